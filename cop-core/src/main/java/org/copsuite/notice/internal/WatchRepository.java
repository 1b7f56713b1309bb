/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.db.Chunks;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.WatchTarget;
import org.copsuite.wiki.UserId;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Statements on the table of watched targets. */
@Component(roles = WatchRepository.class)
@Singleton
public class WatchRepository
{
    private static final String OF = " where wiki = :wiki and type = :type and target = :target";

    private static final String PERSON = "person";

    @Inject
    private Ledger ledger;

    /** Returns people who watch a target, after a person, sorted by id. */
    List<UserId> watchers(WatchTarget what, String after, int limit)
    {
        return this.ledger.read(session -> of(session.createQuery("select person from WatchRow" + OF
            + " and watching = true and person > :after order by person", String.class), what)
            .setParameter("after", after).setMaxResults(limit).getResultStream().map(UserId::new).toList());
    }

    /** Returns those of some people who chose not to watch a target. */
    Set<UserId> refusals(WatchTarget what, Collection<UserId> people)
    {
        if (people.isEmpty()) {
            return Set.of();
        }
        return this.ledger.read(session -> Chunks.of(people).stream().flatMap(some -> of(session
            .createQuery("select person from WatchRow" + OF + " and watching = false and person in (:people)",
                String.class), what)
            .setParameterList("people", some.stream().map(UserId::value).toList()).getResultStream()).map(UserId::new)
            .collect(Collectors.toSet()));
    }

    Optional<Boolean> choice(WatchTarget what, UserId person)
    {
        return this.ledger.read(session -> of(session.createQuery("select watching from WatchRow" + OF
            + " and person = :person", Boolean.class), what).setParameter(PERSON, person.value()).uniqueResultOptional());
    }

    /** Returns the targets that a person watches after one, sorted by type and target. */
    List<WatchTarget> of(UserId person, String wiki, WatchTarget after, int limit)
    {
        String further = after == null ? "" : " and (type > :type or (type = :type and target > :target))";
        return this.ledger.read(session -> {
            Query<WatchRow> query = session.createQuery("from WatchRow where wiki = :wiki and person = :person "
                + "and watching = true" + further + " order by type, target", WatchRow.class)
                .setParameter("wiki", wiki).setParameter(PERSON, person.value()).setMaxResults(limit);
            if (after != null) {
                query.setParameter("type", after.type()).setParameter("target", after.target());
            }
            return query.getResultStream().map(row -> new WatchTarget(row.wiki, row.type, row.target)).toList();
        });
    }

    private static <T> Query<T> of(Query<T> query, WatchTarget what)
    {
        return query.setParameter("wiki", what.wiki()).setParameter("type", what.type())
            .setParameter("target", what.target());
    }
}
