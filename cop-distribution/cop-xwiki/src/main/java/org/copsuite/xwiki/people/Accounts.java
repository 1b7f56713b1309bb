/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import java.time.Duration;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.Names;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * The accounts that were read. Each is kept for a while, and read again after its page changed: a list of people would
 * else load a page for each.
 */
@Component(roles = Accounts.class)
@Singleton
public class Accounts
{
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final int MOST = 10_000;

    @Inject
    private AccountReader reader;

    private final Cache<UserId, Optional<Person>> known =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    Optional<Person> find(UserId user)
    {
        return Names.profile(user).flatMap(profile -> this.known.get(user, key -> this.reader.read(user, profile)));
    }

    /**
     * Reads an account anew when it is asked for next.
     *
     * @param profile its page
     */
    void forget(PageId profile)
    {
        this.known.invalidate(new UserId(profile.toString()));
    }
}
