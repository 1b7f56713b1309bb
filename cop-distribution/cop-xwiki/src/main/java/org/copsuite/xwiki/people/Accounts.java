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
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.xpn.xwiki.XWikiContext;

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

    @Inject
    private WikiContext wiki;

    private final Cache<Key, Optional<Person>> known =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /**
     * What an account is kept by.
     *
     * @param wiki the wiki at hand: in one with a domain of its own, the addresses of profile and picture are others
     * @param user who
     */
    private record Key(String wiki, UserId user)
    {
    }

    Optional<Person> find(UserId user)
    {
        String at = this.wiki.current().map(XWikiContext::getWikiId).orElse("");
        return Names.profile(user)
            .flatMap(profile -> this.known.get(new Key(at, user), key -> this.reader.read(user, profile)));
    }

    /**
     * Reads an account anew when it is asked for next.
     *
     * @param profile its page
     */
    void forget(PageId profile)
    {
        UserId user = new UserId(profile.toString());
        this.known.asMap().keySet().removeIf(key -> key.user().equals(user));
    }
}
