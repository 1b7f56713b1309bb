/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.notice.WatchTarget;
import org.copsuite.person.Persons;
import org.copsuite.setting.Suite;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets.StoredNotice;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Decides who is notified of an entry, among the people whom the notice types name. No other class does. */
@Component(roles = NoticeRouter.class)
@Singleton
public class NoticeRouter
{
    /** Older acts are no news: an import brings entries of years. */
    static final Duration NEWS = Duration.ofDays(2);

    @Inject
    private NoticeTypes types;

    @Inject
    private NoticeViews views;

    @Inject
    private Persons persons;

    @Inject
    private Provider<People> people;

    @Inject
    private Suite suite;

    @Inject
    private WatchRepository repository;

    /** Returns the notices of an entry; none for most entries. */
    List<RoutedNotice> route(LedgerEntry entry)
    {
        if (entry.getWeight() == 0 || entry.getActor().isImported() || entry.getAt().isBefore(Instant.now().minus(NEWS))
            || !this.suite.isOn(entry.getWiki())) {
            return List.of();
        }
        return this.types.causedBy(entry).stream().flatMap(type -> type.audience(entry).stream()
            .map(audience -> new RoutedNotice(entry, type, audience))).toList();
    }

    /** Returns the sources of candidates; a person may come from several. */
    List<Audience.Source> sources(RoutedNotice notice)
    {
        List<Audience.Source> sources = new ArrayList<>(notice.audience().sources());
        for (WatchTarget target : notice.audience().watched()) {
            sources.add((person, limit) -> this.repository.watchers(target, person, limit));
        }
        return sources;
    }

    /**
     * Returns the candidates who are notified: they may view it now, are no imported names, and did not act themselves.
     */
    Map<UserId, Person> recipients(RoutedNotice notice, Collection<UserId> candidates)
    {
        LedgerEntry entry = notice.entry();
        Map<UserId, UserId> linked = this.persons.linked(entry.getWiki());
        Set<UserId> accounts = new LinkedHashSet<>();
        for (UserId candidate : candidates) {
            UserId account = linked.getOrDefault(candidate, candidate);
            if (!account.isImported() && !account.isGuest()) {
                accounts.add(account);
            }
        }
        accounts.remove(entry.getActor());
        WatchTarget refusable = notice.audience().refusable();
        if (refusable != null) {
            accounts.removeAll(this.repository.refusals(refusable, accounts));
        }
        Map<UserId, Person> told = new LinkedHashMap<>(this.people.get().find(accounts));
        told.values().removeIf(person -> !person.active());
        told.keySet().retainAll(this.views.targets(List.copyOf(told.keySet()), entry.getWiki(), stored(notice)).keySet());
        return told;
    }

    private static StoredNotice stored(RoutedNotice notice)
    {
        LedgerEntry entry = notice.entry();
        return new StoredNotice(notice.type().name(), entry.getSequence(), entry.getActor(), entry.getSubject(),
            notice.audience().about());
    }
}
