/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.db.Chunks;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.internal.PointCalculator.Subject;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Reads from the ledger what points depend on. */
@Component(roles = LedgerReader.class)
@Singleton
public class LedgerReader
{
    private static final String WIKI = "wiki";

    private static final String ACTS = "acts";

    private static final String SUBJECT = "subject";

    private static final List<String> ENDS =
        List.of(QuestionActs.DELETED.name(), QuestionActs.RESTORED.name(), RecognitionService.UNTHANKED.name());

    /** Acts that create their subject: earlier entries about it do not exist. */
    private static final Set<ActType> FIRST =
        Set.of(QuestionActs.ASKED, QuestionActs.ANSWERED, QuestionActs.COMMENTED, RecognitionService.THANKED);

    /** What is to be known of a row's subject before a place: one statement, one more for an acceptance. */
    Subject subject(Session session, LedgerEntry entry, long before)
    {
        if (FIRST.contains(entry.getAct()) && entry.getSequence() == before) {
            return new Subject(entry.getAct().equals(QuestionActs.ASKED), null, false);
        }
        List<String> acts = new ArrayList<>(ENDS);
        acts.add(QuestionActs.ASKED.name());
        List<String> found = session
            .createQuery("select act from LedgerEntry where wiki = :wiki and subject = :subject and act in (:acts) "
                + "and sequence < :sequence order by sequence", String.class)
            .setParameter(WIKI, entry.getWiki()).setParameter(SUBJECT, entry.getSubject())
            .setParameterList(ACTS, acts).setParameter("sequence", before).getResultList();
        boolean gone = false;
        for (String act : found) {
            gone = !act.equals(QuestionActs.ASKED.name()) && !act.equals(QuestionActs.RESTORED.name());
        }
        return new Subject(found.contains(QuestionActs.ASKED.name()), asker(session, entry), gone);
    }

    /** @return for an acceptance, who asked the question; otherwise {@code null} */
    UserId asker(Session session, LedgerEntry entry)
    {
        if (!QuestionActs.ACCEPTED.equals(entry.getAct())) {
            return null;
        }
        return question(entry).map(q -> askers(session, entry.getWiki(), List.of(q)).get(q)).orElse(null);
    }

    /** @return the entries about a subject before a sequence, in order */
    List<LedgerEntry> about(Session session, String wiki, UUID subject, long before)
    {
        return detached(session, session
            .createQuery("from LedgerEntry where wiki = :wiki and subject = :subject and sequence < :sequence order by sequence",
                LedgerEntry.class)
            .setParameter(WIKI, wiki).setParameter(SUBJECT, subject).setParameter("sequence", before).getResultList());
    }

    /**
     * @return people who acted, who benefited or who have points. Sorted by the database, which therefore has to merge
     *         the three
     */
    @SuppressWarnings("unchecked")
    List<String> people(Session session, String wiki, String after, int limit)
    {
        List<String> parts = new ArrayList<>();
        for (String column : List.of("actor from cop_ledger", "beneficiary from cop_ledger", "person from cop_points")) {
            String name = column.substring(0, column.indexOf(' '));
            parts.add("(select distinct " + name.concat(" as who") + column.substring(name.length())
                + " where wiki = :wiki and " + name + " > :after order by who limit :most)");
        }
        return session
            .createNativeQuery("select who from (" + String.join(" union ", parts) + ") as people order by who")
            .setParameter(WIKI, wiki).setParameter("after", after).setParameter("most", limit).setMaxResults(limit)
            .getResultList();
    }

    /** Passes to a replay all entries by and for its person, and those that reverse or delete their subjects. */
    void replay(Session session, String wiki, Replay replay)
    {
        Map<Long, LedgerEntry> rows = new TreeMap<>();
        for (String role : List.of("actor", "beneficiary")) {
            put(rows, detached(session, session
                .createQuery("from LedgerEntry where wiki = :wiki and " + role + " = :person", LedgerEntry.class)
                .setParameter(WIKI, wiki).setParameter("person", replay.person().value()).getResultList()));
        }
        Set<UUID> subjects = rows.values().stream().map(LedgerEntry::getSubject).collect(Collectors.toSet());
        List<String> acts = new ArrayList<>(ENDS);
        acts.add(ActType.REVERSED.name());
        acts.add(QuestionActs.ASKED.name());
        Set<UUID> questions = new HashSet<>();
        for (List<UUID> chunk : Chunks.of(subjects)) {
            for (LedgerEntry row : acts(session, wiki, chunk, acts)) {
                if (row.getAct().equals(QuestionActs.ASKED)) {
                    questions.add(row.getSubject());
                } else {
                    rows.put(row.getSequence(), row);
                }
            }
        }
        Map<UUID, UserId> askers = new HashMap<>();
        Set<UUID> answered = rows.values().stream().filter(row -> row.getAct().equals(QuestionActs.ACCEPTED))
            .flatMap(row -> question(row).stream()).collect(Collectors.toSet());
        askers.putAll(askers(session, wiki, answered));
        Map<UUID, UserId> bySubject = new HashMap<>();
        for (LedgerEntry row : rows.values()) {
            if (row.getAct().equals(QuestionActs.ACCEPTED)) {
                question(row).ifPresent(question -> bySubject.put(row.getSubject(), askers.get(question)));
            }
            replay.take(row, questions.contains(row.getSubject()), bySubject.get(row.getSubject()));
        }
    }

    /**
     * @param people the names of one person
     * @return the points that each of some posts has earned that person, by the present rules and without the cap
     */
    Map<UUID, Integer> earned(Session session, String wiki, Set<String> people, Set<UUID> posts, PointCalculator earnings)
    {
        if (posts.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Integer> earned = new HashMap<>();
        Map<Long, LedgerEntry> rows = new TreeMap<>();
        for (List<UUID> some : Chunks.of(posts)) {
            put(rows, detached(session, session
                .createQuery("from LedgerEntry where wiki = :wiki and subject in (:posts)", LedgerEntry.class)
                .setParameter(WIKI, wiki).setParameterList("posts", some).getResultList()));
        }
        Set<UUID> asked = rows.values().stream().filter(row -> row.getAct().equals(QuestionActs.ASKED))
            .map(LedgerEntry::getSubject).collect(Collectors.toSet());
        Set<UUID> questions = rows.values().stream().filter(row -> row.getAct().equals(QuestionActs.ACCEPTED))
            .flatMap(row -> question(row).stream()).collect(Collectors.toSet());
        Map<UUID, UserId> askers = askers(session, wiki, questions);
        for (LedgerEntry row : rows.values()) {
            boolean undoes = ActType.REVERSED.equals(row.getAct());
            LedgerEntry earner = undoes ? rows.get(row.getReverses()) : row;
            if (earner != null) {
                UserId asker = question(earner).map(askers::get).orElse(null);
                Subject subject = new Subject(asked.contains(row.getSubject()), asker, false);
                earnings.of(earner, subject).stream().filter(one -> people.contains(one.person().value()))
                    .forEach(one -> earned.merge(row.getSubject(), undoes ? -one.points() : one.points(), Integer::sum));
            }
        }
        return earned;
    }

    private static Optional<UUID> question(LedgerEntry accepted)
    {
        try {
            return Optional.of(PostId.parse(accepted.getDetail()).value());
        } catch (CopException e) {
            return Optional.empty();
        }
    }

    private static Map<UUID, UserId> askers(Session session, String wiki, Collection<UUID> questions)
    {
        return Chunks.of(questions).stream().flatMap(some -> session
            .createQuery("select subject, actor from LedgerEntry where wiki = :wiki and subject in (:subjects) "
                + "and act = :act", Object[].class).setParameter(WIKI, wiki).setParameterList("subjects", some)
            .setParameter("act", QuestionActs.ASKED.name()).getResultStream())
            .collect(Collectors.toMap(row -> (UUID) row[0], row -> new UserId((String) row[1]), (a, b) -> a));
    }

    private static List<LedgerEntry> acts(Session session, String wiki, Collection<UUID> subjects, List<String> acts)
    {
        return detached(session, session
            .createQuery("from LedgerEntry where wiki = :wiki and subject in (:subjects) and act in (:acts)",
                LedgerEntry.class)
            .setParameter(WIKI, wiki).setParameterList("subjects", subjects).setParameterList(ACTS, acts)
            .getResultList());
    }

    private static void put(Map<Long, LedgerEntry> rows, List<LedgerEntry> more)
    {
        more.forEach(row -> rows.put(row.getSequence(), row));
    }

    /** Detached, since Hibernate would check each for changes before every statement. */
    private static List<LedgerEntry> detached(Session session, List<LedgerEntry> rows)
    {
        rows.forEach(session::evict);
        return rows;
    }
}
