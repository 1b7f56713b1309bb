/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CurrentWeek;
import org.copsuite.ledger.Counter;
import org.copsuite.ledger.Counters;
import org.copsuite.ledger.Counters.Scopes;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionCounters;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.recognition.RecognitionService.Contributions;
import org.copsuite.recognition.RecognitionService.Recent;
import org.copsuite.recognition.internal.LedgerReader.Entries;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Reads the contributions of an account together with those of the imported people linked to it, in a bounded number of
 * statements.
 */
@Component(roles = ContributionsReader.class)
@Singleton
public class ContributionsReader
{
    private static final int RECENT = 10;

    /** Number of latest entries read, more than shown, since some concern deleted posts. */
    private static final int ROWS = 30;

    private static final String WIKI = "wiki";

    private static final String PEOPLE = "people";

    private static final Set<String> SHOWN = Set.of(QuestionActs.ASKED.name(), QuestionActs.ANSWERED.name(),
        QuestionActs.ACCEPTED.name());

    @Inject
    private Ledger ledger;

    @Inject
    private LedgerReader reader;

    @Inject
    private Persons persons;

    @Inject
    private QuestionQueries questions;

    @Inject
    private PointCalculator calculator;

    @Inject
    private Counters counters;

    @Inject
    private Settings settings;

    Contributions of(UserId actor, WikiId wiki)
    {
        Set<String> people = UserId.values(this.persons.idsOf(wiki, actor));
        boolean takesPart = !this.settings.get(RecognitionSettings.LEFT, wiki, actor);
        boolean shown = takesPart && this.settings.get(RecognitionSettings.ON, wiki);
        return this.ledger.read(session -> {
            Object[] points = points(session, wiki, people);
            Map<Counter, Integer> counts = counts(session, wiki, people);
            return new Contributions(this.persons.find(actor), shown ? number(points[0]) : null,
                shown ? number(points[1]) : null, number(counts.get(QuestionCounters.QUESTIONS)),
                number(counts.get(QuestionCounters.ANSWERS)), number(counts.get(QuestionCounters.ACCEPTED)),
                votes(session, wiki, people), thanks(session, wiki, people, "thanker"),
                thanks(session, wiki, people, "thanked"), helped(session, wiki, people),
                recent(session, actor, wiki, people), takesPart);
        });
    }

    /** Returns the points of all time and those of this week. */
    private static Object[] points(Session session, WikiId wiki, Set<String> people)
    {
        return session
            .createQuery("select sum(case when day = :ever then points else 0 end), "
                + "sum(case when day = :ever then 0 else points end) from PointsRow "
                + "where wiki = :wiki and person in (:people) and (day = :ever or day >= :monday)", Object[].class)
            .setParameter(WIKI, wiki.value()).setParameterList(PEOPLE, people).setParameter("ever", PointsRow.EVER)
            .setParameter("monday", (int) CurrentWeek.monday().toEpochDay()).getSingleResult();
    }

    private Map<Counter, Integer> counts(Session session, WikiId wiki, Set<String> people)
    {
        Map<Counter, Integer> sums = new HashMap<>();
        this.counters.sum(session, new Scopes(wiki, Scopes.PERSON, people),
            List.of(QuestionCounters.QUESTIONS, QuestionCounters.ANSWERS, QuestionCounters.ACCEPTED), null,
                Counters.EVER)
            .values().forEach(numbers -> numbers.forEach((counter, number) -> sums.merge(counter, number,
            Integer::sum)));
        return sums;
    }

    private static int votes(Session session, WikiId wiki, Set<String> people)
    {
        return number(session
            .createQuery("select sum(case when act = :voted then 1 else -1 end) from LedgerEntry where wiki = :wiki "
                + "and actor in (:people) and (act = :voted or (act = 'undone' and detail = :voted))", Long.class)
            .setParameter("voted", QuestionActs.VOTED.name()).setParameter(WIKI, wiki.value())
            .setParameterList(PEOPLE, people)
            .getSingleResult());
    }

    private static int thanks(Session session, WikiId wiki, Set<String> people, String role)
    {
        return number(session
            .createQuery("select count(id) from ThanksRow where wiki = :wiki and withdrawn = false and " + role
                + " in (:people)", Long.class)
            .setParameter(WIKI, wiki.value()).setParameterList(PEOPLE, people).getSingleResult());
    }

    private static int helped(Session session, WikiId wiki, Set<String> people)
    {
        return number(session
            .createQuery("select count(distinct beneficiary) from LedgerEntry where wiki = :wiki "
                + "and actor in (:people) and act = :act and beneficiary not in (:people)", Long.class)
            .setParameter(WIKI, wiki.value()).setParameterList(PEOPLE, people)
            .setParameter("act", QuestionActs.ANSWERED.name()).getSingleResult());
    }

    private List<Recent> recent(Session session, UserId actor, WikiId wiki, Set<String> people)
    {
        List<LedgerEntry> rows = session
            .createQuery("from LedgerEntry where wiki = :wiki and actor in (:people) and act in (:acts) "
                + "order by at desc, sequence desc", LedgerEntry.class)
            .setParameter(WIKI, wiki.value()).setParameterList(PEOPLE, people).setParameterList("acts", SHOWN)
            .setMaxResults(ROWS).getResultList();
        Map<PostId, QuestionSummary> summaries = this.questions.summaries(actor, wiki,
            rows.stream().map(ContributionsReader::question).collect(Collectors.toSet()));
        List<LedgerEntry> shown =
            rows.stream().filter(row -> summaries.containsKey(question(row))).limit(RECENT).toList();
        Map<UUID, Integer> earned = earned(session, wiki, people,
            shown.stream().map(LedgerEntry::getSubject).collect(Collectors.toSet()));
        List<Recent> recent = new ArrayList<>();
        for (LedgerEntry row : shown) {
            QuestionSummary question = summaries.get(question(row));
            recent.add(new Recent(row.getActName(), row.getAt(), question.title(), question.page(),
                this.settings.get(RecognitionSettings.ON, wiki) ? earned.getOrDefault(row.getSubject(), 0) : 0));
        }
        return recent;
    }

    /** Returns the points that each of some posts has earned the person, by the present rules and without the cap. */
    private Map<UUID, Integer> earned(Session session, WikiId wiki, Set<String> people, Set<UUID> posts)
    {
        if (posts.isEmpty()) {
            return Map.of();
        }
        Entries entries = this.reader.about(session, wiki, posts);
        Map<Long, List<Earning>> earnings =
            this.calculator.of(session, entries.bySequence().values(), entries.creations());
        Map<UUID, Integer> earned = new HashMap<>();
        for (LedgerEntry row : entries.bySequence().values()) {
            LedgerEntry earner = entries.earner(row);
            int sign = row == earner ? 1 : -1;
            if (earner != null) {
                earnings.getOrDefault(earner.getSequence(), List.of()).stream()
                    .filter(one -> people.contains(one.person().value()))
                    .forEach(one -> earned.merge(row.getSubject(), sign * one.points(), Integer::sum));
            }
        }
        return earned;
    }

    private static PostId question(LedgerEntry row)
    {
        if (row.is(QuestionActs.ASKED)) {
            return new PostId(row.getSubject());
        }
        return new PostId(row.detail(row.is(QuestionActs.ANSWERED) ? QuestionActs.ANSWERED : QuestionActs.ACCEPTED));
    }

    private static int number(Object value)
    {
        return value == null ? 0 : ((Number) value).intValue();
    }
}
