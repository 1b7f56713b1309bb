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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.notice.WatchTarget;
import org.copsuite.notice.WatchTarget.Type;
import org.copsuite.person.Persons;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.question.QuestionActs;
import org.copsuite.recognition.RecognitionActs;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Notice.Kind;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Decides who is notified of an entry. No other class does. */
@Component(roles = NoticeRouter.class)
@Singleton
public class NoticeRouter
{
    /** Older acts are no news: an import brings entries of years. */
    static final Duration NEWS = Duration.ofDays(2);

    @Inject
    private Provider<PostSource> posts;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private Provider<RecognitionService> recognition;

    @Inject
    private Persons persons;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Access> access;

    @Inject
    private Suite suite;

    @Inject
    private WatchRepository repository;

    /** Returns the notice for an entry; empty for most entries. */
    Optional<RoutedNotice> route(LedgerEntry entry)
    {
        if (entry.getWeight() == 0 || entry.getActor().isImported() || entry.getAt().isBefore(Instant.now().minus(NEWS))
            || !this.suite.isOn(entry.getWiki())) {
            return Optional.empty();
        }
        if (entry.is(QuestionActs.ASKED)) {
            return location(entry, entry.getSubject()).map(place -> asked(entry, place));
        } else if (entry.is(QuestionActs.ANSWERED)) {
            return location(entry, entry.getSubject()).map(place -> answered(entry, place));
        } else if (entry.is(QuestionActs.COMMENTED)) {
            return location(entry, entry.detail(QuestionActs.COMMENTED))
                .map(place -> about(entry, Kind.COMMENT, place, List.of(RoutedNotice.of(Set.of(place.author())))));
        } else if (entry.is(QuestionActs.ACCEPTED)) {
            return location(entry, entry.getSubject())
                .map(place -> about(entry, Kind.ACCEPTED, place, List.of(RoutedNotice.of(Set.of(place.author())))));
        } else if (entry.is(RecognitionActs.THANKED)) {
            return Optional.of(thanked(entry));
        }
        return entry.is(CommunityActs.JOINED) ? added(entry) : Optional.empty();
    }

    private Optional<PostLocation> location(LedgerEntry entry, UUID post)
    {
        return Optional.ofNullable(this.posts.get().locations(entry.getWiki(), Set.of(post)).get(post));
    }

    private static RoutedNotice about(LedgerEntry entry, Kind kind, PostLocation place, List<RoutedNotice.Source> sources)
    {
        boolean mayRefuse = kind == Kind.ANSWER || kind == Kind.COMMENT;
        return new RoutedNotice(entry, kind, place.id().value(), mayRefuse ? place.question().value() : null,
            List.of(place.page(), place.questionPage()), sources);
    }

    private RoutedNotice asked(LedgerEntry entry, PostLocation place)
    {
        List<RoutedNotice.Source> sources = new ArrayList<>();
        sources.add(watchers(WatchTarget.community(entry.getWiki(), place.community())));
        for (String tag : place.tags()) {
            sources.add(watchers(new WatchTarget(entry.getWiki(), Type.TAG, tag)));
        }
        return about(entry, Kind.QUESTION, place, sources);
    }

    private RoutedNotice answered(LedgerEntry entry, PostLocation place)
    {
        return about(entry, Kind.ANSWER, place,
            List.of(RoutedNotice.of(this.posts.get().writers(entry.getWiki(), place.question(), entry.getSequence())),
                watchers(WatchTarget.question(entry.getWiki(), place.question().value()))));
    }

    private RoutedNotice.Source watchers(WatchTarget what)
    {
        return (person, limit) -> this.repository.watchers(what, person, limit);
    }

    private RoutedNotice thanked(LedgerEntry entry)
    {
        return new RoutedNotice(entry, Kind.THANKS, entry.detail(RecognitionActs.THANKED).post(), null, List.of(),
            List.of(RoutedNotice.of(Set.of(entry.getBeneficiary()))));
    }

    private Optional<RoutedNotice> added(LedgerEntry entry)
    {
        try {
            PageId page = this.communities.get()
                .get(entry.getBeneficiary(), entry.getWiki(), entry.getSubject()).page();
            return Optional.of(new RoutedNotice(entry, Kind.ADDED, null, null, List.of(page),
                List.of(RoutedNotice.of(Set.of(entry.getBeneficiary())))));
        } catch (CopException e) {
            // The new member may view no such community: there is nothing to notify about.
            return Optional.empty();
        }
    }

    /**
     * Returns the candidates who are notified: they may view it now, are no imported names, and did not act themselves.
     */
    Map<UserId, Person> recipients(RoutedNotice notice, Collection<UserId> candidates)
    {
        String wiki = notice.entry().getWiki();
        Map<UserId, UserId> linked = this.persons.linked(wiki);
        Set<UserId> accounts = new LinkedHashSet<>();
        for (UserId candidate : candidates) {
            UserId account = linked.getOrDefault(candidate, candidate);
            if (!account.isImported() && !account.isGuest()) {
                accounts.add(account);
            }
        }
        accounts.remove(notice.entry().getActor());
        if (notice.question() != null) {
            accounts.removeAll(this.repository.refusals(wiki, notice.question(), accounts));
        }
        Map<UserId, Person> told = new LinkedHashMap<>(this.people.get().find(accounts));
        told.values().removeIf(person -> !person.active() || !mayBeNotified(notice, person.id()));
        return told;
    }

    private boolean mayBeNotified(RoutedNotice notice, UserId person)
    {
        if (notice.kind() == Kind.THANKS) {
            String wiki = notice.entry().getWiki();
            return this.recognition.get().isOn(wiki) && this.recognition.get().takesPart(wiki, person);
        }
        return notice.pages().stream().distinct().allMatch(page -> this.access.get().has(person, Right.VIEW, page));
    }
}
