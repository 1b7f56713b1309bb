/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;

import com.xpn.xwiki.XWikiContext;

/** Implements people on XWiki's accounts: those of a wiki and those of the main wiki. */
@Component
@Singleton
public class XWikiPeople implements People
{
    @Inject
    private WikiContext wiki;

    @Inject
    private Provider<WikiDescriptorManager> wikis;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountSearch search;

    @Override
    public UserId current()
    {
        return this.wiki.current().map(context -> Names.user(context.getUserReference())).orElse(UserId.GUEST);
    }

    @Override
    public <T, E extends Exception> T as(UserId user, Work<T, E> work) throws E
    {
        String id = this.wiki.current().map(XWikiContext::getWikiId).orElseGet(() -> this.wikis.get().getMainWikiId());
        return this.wiki.in(new WikiId(id), "Acting for a user", context -> {
            DocumentReference before = context.getUserReference();
            context.setUserReference(Names.account(user));
            try {
                return work.run();
            } finally {
                context.setUserReference(before);
            }
        });
    }

    @Override
    public UserId service()
    {
        return new UserId(
            SpaceId.of(new WikiId(this.wikis.get().getMainWikiId()), Names.SYSTEM).page(ServiceAccount.NAME)
                .toString());
    }

    @Override
    public Map<UserId, Person> find(Collection<UserId> users)
    {
        Map<UserId, Person> found = new HashMap<>();
        for (UserId user : users) {
            this.accounts.find(user).ifPresent(person -> found.put(user, person));
        }
        return found;
    }

    @Override
    public List<Person> startingWith(WikiId wiki, String prefix, int limit)
    {
        List<UserId> matching = this.search.startingWith(wiki, prefix, limit);
        Map<UserId, Person> found = find(matching);
        UserId service = service();
        return matching.stream().filter(user -> !service.equals(user)).map(found::get)
            .filter(person -> person != null && person.active()).toList();
    }
}
