/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.port;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Provides accounts as people. The current person is stored per thread; the web layer sets it for each request by
 * {@link #as}.
 */
@Component
@Singleton
public class EmbeddedPeople implements People
{
    /** The account that creates pages for the suite. No login can produce this id: a login contains no blank. */
    static final UserId SERVICE = new UserId("xwiki:XWiki.CoP service");

    @Inject
    private Accounts accounts;

    /** A provider, because links depend on the current request, and so on the current person. */
    @Inject
    private Provider<Links> links;

    private volatile Links known;

    private final ThreadLocal<UserId> actor = new ThreadLocal<>();

    @Override
    public UserId current()
    {
        UserId current = this.actor.get();
        return current == null ? UserId.GUEST : current;
    }

    @Override
    public <T, E extends Exception> T as(UserId user, Work<T, E> work) throws E
    {
        UserId before = this.actor.get();
        this.actor.set(user);
        try {
            return work.run();
        } finally {
            if (before == null) {
                this.actor.remove();
            } else {
                this.actor.set(before);
            }
        }
    }

    @Override
    public UserId service()
    {
        return SERVICE;
    }

    @Override
    public Map<UserId, Person> find(Collection<UserId> users)
    {
        Map<UserId, Person> found = new HashMap<>();
        for (UserId user : users) {
            if (SERVICE.equals(user)) {
                found.put(user, new Person(user, "CoP Suite", null, null, Locale.ENGLISH, ZoneId.of("UTC"), false));
            } else {
                this.accounts.find(user).ifPresent(account -> found.put(user, person(account)));
            }
        }
        return found;
    }

    /** Resolves the provider once, because a list of people needs the links for each person. */
    private Links urls()
    {
        Links urls = this.known;
        if (urls == null) {
            urls = this.links.get();
            this.known = urls;
        }
        return urls;
    }

    private Person person(Account account)
    {
        Links urls = urls();
        String avatar = Optional.ofNullable(account.avatar())
            .map(token -> urls.action(account.profile(), "avatar", Map.of("v", token))).orElse(null);
        return new Person(account.id(), account.name(), avatar, urls.view(account.profile()), account.locale(),
            account.zone(), account.active());
    }

    @Override
    public List<Person> startingWith(WikiId wiki, String prefix, int limit)
    {
        String start = prefix.strip().toLowerCase(Locale.ROOT);
        if (!WikiOptions.WIKI.equals(wiki)) {
            return List.of();
        }
        return this.accounts.all().filter(Account::active).filter(account -> matches(account, start))
            .sorted(Comparator.comparing(Account::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Account::login))
            .limit(limit).map(this::person).toList();
    }

    private static boolean matches(Account account, String start)
    {
        String name = account.name().toLowerCase(Locale.ROOT);
        if (account.login().toLowerCase(Locale.ROOT).startsWith(start) || name.startsWith(start)) {
            return true;
        }
        for (int i = 1; i < name.length(); i++) {
            if (!Character.isLetterOrDigit(name.charAt(i - 1)) && name.startsWith(start, i)) {
                return true;
            }
        }
        return false;
    }
}
