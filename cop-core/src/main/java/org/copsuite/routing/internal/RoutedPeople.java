/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CurrentWeek;
import org.copsuite.db.Chunks;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Absences;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Reads who was asked, how often in this week, and who is away. */
@Component(roles = RoutedPeople.class)
@Singleton
public class RoutedPeople
{
    private static final String WIKI = "wiki";

    private static final String QUESTION = "question";

    /** More people than a question can be brought to. */
    private static final int MOST = 50;

    @Inject
    private Ledger ledger;

    @Inject
    private Settings settings;

    @Inject
    private Provider<Absences> absences;

    @Inject
    private Provider<Wikis> wikis;

    /** Returns who was asked to answer a question, in the order in which they were. */
    List<RoutedRow> of(WikiId wiki, UUID question)
    {
        return this.ledger.read(session -> of(session, wiki, question));
    }

    static List<RoutedRow> of(Session session, WikiId wiki, UUID question)
    {
        return session.createQuery("from RoutedRow where wiki = :wiki and question = :question order by sequence",
            RoutedRow.class).setParameter(WIKI, wiki.value()).setParameter(QUESTION, question).setMaxResults(MOST)
            .getResultList();
    }

    /** Returns the rows of some ids, by id. */
    Map<UUID, RoutedRow> find(WikiId wiki, Collection<UUID> ids)
    {
        Map<UUID, RoutedRow> found = new HashMap<>();
        for (List<UUID> some : Chunks.of(ids)) {
            this.ledger.read(session -> session.createQuery("from RoutedRow where wiki = :wiki and id in (:ids)",
                RoutedRow.class).setParameter(WIKI, wiki.value()).setParameterList("ids", some).getResultList())
                .forEach(row -> found.put(row.id, row));
        }
        return found;
    }

    /** Returns those of some people who were asked in this week as often as they wish. */
    Set<UserId> busy(WikiId wiki, Collection<UserId> people)
    {
        Map<UserId, Long> asked = new HashMap<>();
        for (List<UserId> some : Chunks.of(people)) {
            this.ledger.read(session -> session.createQuery("select person, count(id) from RoutedRow "
                + "where wiki = :wiki and person in (:people) and at >= :monday group by person", Object[].class)
                .setParameter(WIKI, wiki.value())
                .setParameterList("people", some.stream().map(UserId::value).toList())
                .setParameter("monday", CurrentWeek.start().toEpochMilli()).getResultList())
                .forEach(row -> asked.put(new UserId((String) row[0]), (Long) row[1]));
        }
        Set<UserId> busy = new HashSet<>();
        for (UserId person : people) {
            if (asked.getOrDefault(person, 0L) >= this.settings.get(RoutingSettings.WEEKLY, wiki, person)) {
                busy.add(person);
            }
        }
        return busy;
    }

    /** Returns those of some people who are away today. */
    Set<UserId> away(WikiId wiki, Collection<UserId> people)
    {
        return this.absences.get().away(wiki, people, LocalDate.now(this.wikis.get().zone(wiki)));
    }
}
