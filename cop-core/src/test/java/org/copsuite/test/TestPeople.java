/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.test;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Keeps accounts in a map. The id of the login {@code anna} is {@code xwiki:XWiki.anna}, the name is Anna. */
public class TestPeople implements People
{
    private final Map<UserId, Person> accounts = new ConcurrentHashMap<>();

    private final ThreadLocal<UserId> current = ThreadLocal.withInitial(() -> UserId.GUEST);

    /**
     * Adds an active account.
     *
     * @param login the login
     * @return the id of the account
     */
    public UserId add(String login)
    {
        UserId id = new UserId("xwiki:XWiki." + login);
        String name = Character.toUpperCase(login.charAt(0)) + login.substring(1);
        this.accounts.put(id,
            new Person(id, name, null, "/bin/view/XWiki/" + login, Locale.ENGLISH, ZoneOffset.UTC, true));
        return id;
    }

    /** @param user the account to remove */
    public void remove(UserId user)
    {
        this.accounts.remove(user);
    }

    @Override
    public UserId current()
    {
        return this.current.get();
    }

    @Override
    public <T, E extends Exception> T as(UserId user, Work<T, E> work) throws E
    {
        UserId before = this.current.get();
        this.current.set(user);
        try {
            return work.run();
        } finally {
            this.current.set(before);
        }
    }

    @Override
    public UserId service()
    {
        return new UserId("xwiki:XWiki.CoPService");
    }

    @Override
    public Map<UserId, Person> find(Collection<UserId> users)
    {
        return users.stream().distinct().filter(this.accounts::containsKey)
            .collect(Collectors.toMap(u -> u, this.accounts::get));
    }

    @Override
    public List<Person> startingWith(WikiId wiki, String prefix, int limit)
    {
        return this.accounts.values().stream()
            .filter(p -> p.name().toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT)))
            .sorted(Comparator.comparing(Person::name)).limit(limit).toList();
    }
}
