/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.membership.MembershipService;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Counts the wrong secrets of each account in the last hour, in the memory of the node. */
@Component(roles = GuessLimit.class)
@Singleton
public class GuessLimit
{
    private static final int ACCOUNTS = 10_000;

    private final Cache<UserId, AtomicInteger> guesses =
        Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(ACCOUNTS).build();

    /**
     * @param actor who sends a secret
     * @throws CopException CONFLICT after too many wrong ones
     */
    void check(UserId actor) throws CopException
    {
        AtomicInteger number = this.guesses.getIfPresent(actor);
        if (number != null && number.get() >= MembershipService.GUESSES_MAXIMUM) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.membership.error.guesses");
        }
    }

    /** @param actor who sent a wrong secret */
    void count(UserId actor)
    {
        this.guesses.get(actor, missing -> new AtomicInteger()).incrementAndGet();
    }
}
