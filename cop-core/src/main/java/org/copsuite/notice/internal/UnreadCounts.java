/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.time.Duration;
import java.util.function.ToIntFunction;

import javax.inject.Singleton;

import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** How many notices people have not read, kept for a few seconds: each page of the embedded wiki shows it. */
@Component(roles = UnreadCounts.class)
@Singleton
public class UnreadCounts
{
    private final Cache<Whose, Integer> counts =
        Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(20)).build();

    private record Whose(String wiki, UserId person)
    {
    }

    int get(String wiki, UserId person, ToIntFunction<UserId> count)
    {
        return this.counts.get(new Whose(wiki, person), whose -> count.applyAsInt(whose.person()));
    }

    void forget(String wiki, UserId person)
    {
        this.counts.invalidate(new Whose(wiki, person));
    }
}
