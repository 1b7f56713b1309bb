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
import org.copsuite.ledger.Act;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.notice.Watched;
import org.copsuite.notice.Watched.Type;
import org.copsuite.person.Persons;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.PostPlace;
import org.copsuite.question.QuestionActs;
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

/** The one place that decides who is told what. */
@Component(roles = Receivers.class)
@Singleton
public class Receivers
{
    /** What happened longer ago is no news: an import brings the deeds of years. */
    static final Duration NEWS = Duration.ofDays(2);

    private static final String NO_POST = "-";

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
    private Watches watches;

    /** What a row tells; nothing for most rows. */
    Optional<Telling> telling(LedgerEntry entry)
    {
        if (entry.getWeight() == 0 || entry.getActor().isImported() || entry.getAt().isBefore(Instant.now().minus(NEWS))
            || !this.suite.isOn(entry.getWiki())) {
            return Optional.empty();
        }
        Act act = entry.getAct();
        if (QuestionActs.ASKED.equals(act)) {
            return place(entry, entry.getSubject()).map(place -> asked(entry, place));
        } else if (QuestionActs.ANSWERED.equals(act)) {
            return place(entry, entry.getSubject()).map(place -> answered(entry, place));
        } else if (QuestionActs.COMMENTED.equals(act)) {
            return place(entry, UUID.fromString(entry.getDetail()))
                .map(place -> about(entry, Kind.COMMENT, place, List.of(Telling.of(Set.of(place.author())))));
        } else if (QuestionActs.ACCEPTED.equals(act)) {
            return place(entry, entry.getSubject())
                .map(place -> about(entry, Kind.ACCEPTED, place, List.of(Telling.of(Set.of(place.author())))));
        } else if (RecognitionService.THANKED.equals(act)) {
            return Optional.of(thanked(entry));
        }
        return CommunityActs.JOINED.equals(act) ? added(entry) : Optional.empty();
    }

    private Optional<PostPlace> place(LedgerEntry entry, UUID post)
    {
        return Optional.ofNullable(this.posts.get().places(entry.getWiki(), Set.of(post)).get(post));
    }

    private static Telling about(LedgerEntry entry, Kind kind, PostPlace place, List<Telling.Source> sources)
    {
        boolean mayRefuse = kind == Kind.ANSWER || kind == Kind.COMMENT;
        return new Telling(entry, kind, place.id().value(), mayRefuse ? place.question().value() : null,
            List.of(place.page(), place.questionPage()), sources);
    }

    private Telling asked(LedgerEntry entry, PostPlace place)
    {
        List<Telling.Source> sources = new ArrayList<>();
        sources.add(watchers(Watched.community(entry.getWiki(), place.community())));
        for (String tag : place.tags()) {
            sources.add(watchers(new Watched(entry.getWiki(), Type.TAG, tag)));
        }
        return about(entry, Kind.QUESTION, place, sources);
    }

    private Telling answered(LedgerEntry entry, PostPlace place)
    {
        return about(entry, Kind.ANSWER, place,
            List.of(Telling.of(this.posts.get().writers(entry.getWiki(), place.question(), entry.getPlace())),
                watchers(Watched.question(entry.getWiki(), place.question().value()))));
    }

    private Telling.Source watchers(Watched what)
    {
        return (person, limit) -> this.watches.watchers(what, person, limit);
    }

    private Telling thanked(LedgerEntry entry)
    {
        String post = entry.getDetail().substring(0, entry.getDetail().indexOf('\n'));
        return new Telling(entry, Kind.THANKS, NO_POST.equals(post) ? null : UUID.fromString(post), null, List.of(),
            List.of(Telling.of(Set.of(entry.getBeneficiary()))));
    }

    private Optional<Telling> added(LedgerEntry entry)
    {
        try {
            PageId page = this.communities.get()
                .get(entry.getBeneficiary(), entry.getWiki(), entry.getSubject()).page();
            return Optional.of(new Telling(entry, Kind.ADDED, null, null, List.of(page),
                List.of(Telling.of(Set.of(entry.getBeneficiary())))));
        } catch (CopException e) {
            // No community that the new member may view: nothing that the member could be told.
            return Optional.empty();
        }
    }

    /** Those of some candidates who are told: who may view it now, is no imported name, and did not do it. */
    Map<UserId, Person> among(Telling telling, Collection<UserId> candidates)
    {
        String wiki = telling.entry().getWiki();
        Map<UserId, UserId> linked = this.persons.linked(wiki);
        Set<UserId> accounts = new LinkedHashSet<>();
        for (UserId candidate : candidates) {
            UserId account = linked.getOrDefault(candidate, candidate);
            if (!account.isImported() && !account.isGuest()) {
                accounts.add(account);
            }
        }
        accounts.remove(telling.entry().getActor());
        if (telling.question() != null) {
            accounts.removeAll(this.watches.refusals(wiki, telling.question(), accounts));
        }
        Map<UserId, Person> told = new LinkedHashMap<>(this.people.get().find(accounts));
        told.values().removeIf(person -> !person.active() || !mayKnow(telling, person.id()));
        return told;
    }

    private boolean mayKnow(Telling telling, UserId person)
    {
        if (telling.kind() == Kind.THANKS) {
            String wiki = telling.entry().getWiki();
            return this.recognition.get().isOn(wiki) && this.recognition.get().takesPart(wiki, person);
        }
        return telling.pages().stream().distinct().allMatch(page -> this.access.get().has(person, Right.VIEW, page));
    }
}
