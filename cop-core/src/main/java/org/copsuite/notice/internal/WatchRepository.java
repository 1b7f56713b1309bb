/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.Slice;
import org.copsuite.db.Chunks;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.WatchTarget;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Statements on the table of watched targets. */
@Component(roles = WatchRepository.class)
@Singleton
public class WatchRepository
{
    private static final String OF = " where wiki = :wiki and type = :type and target = :target";

    private static final String PERSON = "person";

    private static final Keyset<WatchRow> BY_TARGET = new Keyset<WatchRow>()
        .ascending("type", Cursor::text, row -> row.type).ascending("target", Cursor::text, row -> row.target)
        .ofIndex("wiki", "person");

    @Inject
    private Ledger ledger;

    /** Returns people who watch a target, after a person, sorted by id. */
    List<UserId> watchers(WatchTarget what, String after, int limit)
    {
        return this.ledger.read(session -> {
            Query<String> query = of(session.createQuery("select person from WatchRow" + OF
                + " and watching = true and person > :after order by wiki, type, target, person", String.class), what)
                .setParameter("after", after).setMaxResults(limit);
            OrderedHsqlDialect.orderByIndex(session, query);
            return query.getResultStream().map(UserId::new).toList();
        });
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

    /** Deletes a person's choice not to watch a target. */
    static void lift(Session session, WatchTarget what, UserId person)
    {
        session.createQuery("delete from WatchRow" + OF + " and person = :person and watching = false")
            .setParameter("wiki", what.wiki().value()).setParameter("type", what.type())
            .setParameter("target", what.target()).setParameter(PERSON, person.value()).executeUpdate();
    }

    /** Returns a page of the targets that a person watches, sorted by type and target. */
    Slice<WatchTarget> of(UserId person, WikiId wiki, String after, int limit) throws CopException
    {
        KeysetPage<WatchRow> page = BY_TARGET.page("watched/" + wiki + '/' + person.value(), after, limit);
        return this.ledger.read(session -> page.slice(page
            .query(session, "from WatchRow where wiki = :wiki and person = :person and watching = true", WatchRow.class)
            .setParameter("wiki", wiki.value()).setParameter(PERSON, person.value())))
            .map(row -> new WatchTarget(new WikiId(row.wiki), row.type, row.target));
    }

    private static <T> Query<T> of(Query<T> query, WatchTarget what)
    {
        return query.setParameter("wiki", what.wiki().value()).setParameter("type", what.type())
            .setParameter("target", what.target());
    }
}
