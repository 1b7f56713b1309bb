/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.db.Chunks;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.ActType.Effect;
import org.copsuite.ledger.ActTypes;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.wiki.WikiId;
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

    @Inject
    private ActTypes types;

    /**
     * Reads the history of an entry's subject in one statement, or none for a subject that the entry creates or
     * that is known to be alive.
     *
     * @param before only entries before this sequence are read
     */
    History history(Session session, LedgerEntry entry, long before)
    {
        if (entry.getSequence() == before && this.types.effect(entry) == Effect.CREATES) {
            return new History(entry.getActName(), false);
        }
        if (entry.getSequence() == before && entry.getCreation().isPresent()) {
            return new History(entry.getCreation().get(), false);
        }
        List<String> found = session
            .createQuery("select act from LedgerEntry where wiki = :wiki and subject = :subject and act in (:acts) "
                + "and sequence < :sequence order by sequence", String.class)
            .setParameter(WIKI, entry.getWiki().value()).setParameter(SUBJECT, entry.getSubject())
            .setParameterList(ACTS, lifeOfSubjects()).setParameter("sequence", before).getResultList();
        String creation = null;
        boolean gone = false;
        for (String act : found) {
            Effect effect = effect(act);
            if (effect == Effect.CREATES) {
                creation = creation == null ? act : creation;
            } else {
                gone = effect == Effect.ENDS;
            }
        }
        return new History(creation, gone);
    }

    /** @return the names of the acts that create, end or restore subjects */
    private Set<String> lifeOfSubjects()
    {
        return this.types.names(type -> Set.of(Effect.CREATES, Effect.ENDS, Effect.RESTORES).contains(type.effect()));
    }

    private Effect effect(String act)
    {
        return this.types.find(act).map(ActType::effect).orElse(Effect.NONE);
    }

    /**
     * @param acts the names of acts
     * @return the entries of these acts about a subject and those that reverse entries, before a sequence, in order
     */
    List<LedgerEntry> about(Session session, WikiId wiki, UUID subject, long before, Set<String> acts)
    {
        return detached(session, session
            .createQuery("from LedgerEntry where wiki = :wiki and subject = :subject and sequence < :sequence "
                + "and act in (:acts) order by sequence", LedgerEntry.class)
            .setParameter(WIKI, wiki.value()).setParameter(SUBJECT, subject).setParameter("sequence", before)
            .setParameterList(ACTS, withReversals(acts)).getResultList());
    }

    private static Set<String> withReversals(Set<String> acts)
    {
        Set<String> more = new HashSet<>(acts);
        more.add(ActType.REVERSED.name());
        return more;
    }

    /**
     * @return people who acted, who benefited, who have points or counts. Sorted by the database, which therefore has
     *         to merge the four
     */
    @SuppressWarnings("unchecked")
    List<String> people(Session session, WikiId wiki, String after, int limit)
    {
        List<String> parts = new ArrayList<>();
        for (String column : List.of("actor from cop_ledger where ", "beneficiary from cop_ledger where ",
            "person from cop_points where ", "scope_id from cop_counter where scope_type = 'person' and ")) {
            String name = column.substring(0, column.indexOf(' '));
            parts.add("(select distinct " + name.concat(" as who") + column.substring(name.length())
                + "wiki = :wiki and " + name + " > :after order by who limit :most)");
        }
        return session
            .createNativeQuery("select who from (" + String.join(" union ", parts) + ") as people order by who")
            .setParameter(WIKI, wiki.value()).setParameter("after", after)
            .setParameter("most", limit).setMaxResults(limit)
            .getResultList();
    }

    /** @return all entries by and for a person, and those that reverse or end their subjects */
    Entries concerning(Session session, WikiId wiki, String person)
    {
        Map<Long, LedgerEntry> rows = new TreeMap<>();
        for (String role : List.of("actor", "beneficiary")) {
            put(rows, detached(session, session
                .createQuery("from LedgerEntry where wiki = :wiki and " + role + " = :person", LedgerEntry.class)
                .setParameter(WIKI, wiki.value()).setParameter("person", person).getResultList()));
        }
        Map<UUID, String> creations = new HashMap<>();
        Set<UUID> subjects = rows.values().stream().map(LedgerEntry::getSubject).collect(Collectors.toSet());
        for (List<UUID> chunk : Chunks.of(subjects)) {
            for (LedgerEntry row : ofActs(session, wiki, chunk, withReversals(lifeOfSubjects()))) {
                if (effect(row.getActName()) == Effect.CREATES) {
                    creations.put(row.getSubject(), row.getActName());
                } else {
                    rows.put(row.getSequence(), row);
                }
            }
        }
        return new Entries(rows, creations);
    }

    /** @return all entries about some subjects */
    Entries about(Session session, WikiId wiki, Set<UUID> subjects)
    {
        Map<Long, LedgerEntry> rows = new TreeMap<>();
        for (List<UUID> some : Chunks.of(subjects)) {
            put(rows, detached(session, session
                .createQuery("from LedgerEntry where wiki = :wiki and subject in (:subjects)", LedgerEntry.class)
                .setParameter(WIKI, wiki.value()).setParameterList("subjects", some).getResultList()));
        }
        Map<UUID, String> creations = new HashMap<>();
        rows.values().stream().filter(row -> effect(row.getActName()) == Effect.CREATES)
            .forEach(row -> creations.put(row.getSubject(), row.getActName()));
        return new Entries(rows, creations);
    }

    private static List<LedgerEntry> ofActs(Session session, WikiId wiki, Collection<UUID> subjects, Set<String> acts)
    {
        return detached(session, session
            .createQuery("from LedgerEntry where wiki = :wiki and subject in (:subjects) and act in (:acts)",
                LedgerEntry.class)
            .setParameter(WIKI, wiki.value()).setParameterList("subjects", subjects).setParameterList(ACTS, acts)
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

    /**
     * What happened to a subject before an entry.
     *
     * @param creation the name of the act that created it, {@code null} if the ledger contains none
     * @param isGone whether it ended and was not restored
     */
    record History(String creation, boolean isGone)
    {
    }

    /**
     * Entries of one wiki.
     *
     * @param bySequence the entries, in order
     * @param creations the name of the act that created a subject, by subject
     */
    record Entries(Map<Long, LedgerEntry> bySequence, Map<UUID, String> creations)
    {
        /** @return the entry that earned what an entry gives or, if it reverses another, takes; {@code null} for none */
        LedgerEntry earner(LedgerEntry entry)
        {
            return entry.is(ActType.REVERSED) ? this.bySequence.get(entry.getReverses()) : entry;
        }
    }
}
