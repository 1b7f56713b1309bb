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
 * Caches accounts for 10 minutes, or until their page changes. Without the cache a list of people would load one page
 * per person.
 */
@Component(roles = Accounts.class)
@Singleton
public class Accounts
{
    private static final Duration EXPIRY = Duration.ofMinutes(10);

    private static final int MAXIMUM_SIZE = 10_000;

    @Inject
    private AccountReader reader;

    @Inject
    private WikiContext wiki;

    private final Cache<Key, Optional<Person>> cache =
        Caffeine.newBuilder().maximumSize(MAXIMUM_SIZE).expireAfterWrite(EXPIRY).build();

    /**
     * The key of a cached account.
     *
     * @param wiki the current wiki: in a wiki with its own domain the URLs of profile and picture differ
     * @param user the user
     */
    private record Key(String wiki, UserId user)
    {
    }

    Optional<Person> find(UserId user)
    {
        String current = this.wiki.current().map(XWikiContext::getWikiId).orElse("");
        return Names.profile(user)
            .flatMap(profile -> this.cache.get(new Key(current, user), key -> this.reader.read(user, profile)));
    }

    /**
     * Removes an account from the cache.
     *
     * @param profile the profile page of the account
     */
    void forget(PageId profile)
    {
        UserId user = new UserId(profile.toString());
        this.cache.asMap().keySet().removeIf(key -> key.user().equals(user));
    }
}
