/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.person.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.db.Chunks;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Absences;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Stores absences in a table of their own, one row for each person. */
@Component(roles = {Absences.class, DefaultAbsences.class})
@Singleton
public class DefaultAbsences implements Absences
{
    private static final String FIRST = "first";

    private static final String LAST = "last";

    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Override
    public Set<UserId> away(WikiId wiki, Collection<UserId> people, LocalDate day)
    {
        Set<UserId> away = new LinkedHashSet<>();
        long asked = day.toEpochDay();
        rows(wiki, people, asked, asked).forEach(row -> away.add(new UserId(row.person)));
        return away;
    }

    @Override
    public Map<UserId, Absence> find(WikiId wiki, Collection<UserId> people)
    {
        Map<UserId, Absence> absences = new LinkedHashMap<>();
        rows(wiki, people, Integer.MAX_VALUE, today().toEpochDay())
            .forEach(row -> absences.put(new UserId(row.person), row.absence()));
        return absences;
    }

    /** @return the absences that begin on the first of the days at the latest and end on the second one at the earliest */
    private List<AbsenceRow> rows(WikiId wiki, Collection<UserId> people, long begun, long lasting)
    {
        List<String> ids = people.stream().filter(id -> !id.isImported() && !id.isGuest()).map(UserId::value).distinct().toList();
        return ids.isEmpty() ? List.of() : this.ledger.read(session -> Chunks.of(ids).stream().flatMap(some -> session
            .createQuery("from AbsenceRow where wiki = :wiki and person in (:people) and first <= :begun and last >= :lasting",
                AbsenceRow.class)
            .setParameter(WIKI, wiki.value()).setParameterList("people", some).setParameter("begun", (int) begun)
            .setParameter("lasting", (int) lasting).getResultStream()).toList());
    }

    @Override
    public void set(UserId actor, WikiId wiki, LocalDate first, LocalDate last) throws CopException
    {
        CopException.requireAccount(actor);
        validate(first, last);
        this.ledger.record(tx -> {
            AbsenceRow row = tx.session().get(AbsenceRow.class, new AbsenceRow.Key(wiki.value(), actor.value()));
            boolean isNew = row == null;
            if (isNew) {
                row = new AbsenceRow();
                row.wiki = wiki.value();
                row.person = actor.value();
            }
            row.first = (int) first.toEpochDay();
            row.last = (int) last.toEpochDay();
            if (isNew) {
                tx.session().persist(row);
            }
            return null;
        });
    }

    private static void validate(LocalDate first, LocalDate last) throws CopException
    {
        LocalDate today = today();
        FormCheck form = new FormCheck();
        if (first == null) {
            form.refuse(FIRST, "cop.absence.error.first");
        } else if (first.isAfter(today.plusYears(YEARS))) {
            form.refuse(FIRST, "cop.absence.error.far");
        }
        if (last == null) {
            form.refuse(LAST, "cop.absence.error.last");
        } else if (last.isBefore(today)) {
            form.refuse(LAST, "cop.absence.error.past");
        }
        form.end();
        if (last.isBefore(first)) {
            throw CopException.invalid(LAST, "cop.absence.error.order");
        }
        if (last.isAfter(first.plusYears(YEARS))) {
            throw CopException.invalid(LAST, "cop.absence.error.long");
        }
    }

    @Override
    public void end(UserId actor, WikiId wiki) throws CopException
    {
        CopException.requireAccount(actor);
        this.ledger.record(tx -> tx.session().createQuery("delete from AbsenceRow where wiki = :wiki and person = :person")
            .setParameter(WIKI, wiki.value()).setParameter("person", actor.value()).executeUpdate());
    }

    /** Deletes the absences of all wikis that have passed. */
    void purge()
    {
        boolean passed = this.ledger.read(session -> !session.createQuery("select wiki from AbsenceRow where last < :today",
            String.class).setParameter("today", (int) today().toEpochDay()).setMaxResults(1).getResultList().isEmpty());
        if (passed) {
            this.ledger.write(tx -> tx.session().createQuery("delete from AbsenceRow where last < :today")
                .setParameter("today", (int) today().toEpochDay()).executeUpdate());
        }
    }

    private static LocalDate today()
    {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
