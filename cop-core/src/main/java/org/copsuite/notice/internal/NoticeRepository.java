/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.db.Chunks;
import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.ledger.Checkpoints;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.spi.NoticeType;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/**
 * Stores notices in transactions that lock the checkpoint, so that one node of a cluster writes at a time.
 */
@Component(roles = NoticeRepository.class)
@Singleton
public class NoticeRepository
{
    /** Maximum number of notices that one transaction changes. */
    static final int STEP = 500;

    /** Name of the consumer. */
    static final String CONSUMER = "notices";

    /** Time of the daily mail, in the recipient's time zone. */
    static final LocalTime MORNING = LocalTime.of(7, 0);

    @Inject
    private Ledger ledger;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private Provider<Notices> notices;

    @Inject
    private MailPreferences preferences;

    /**
     * Stores notices for one group of recipients.
     *
     * @return who was notified: nobody if another node has processed the entry; without those notified before a crash
     */
    Set<UserId> save(RoutedNotice notice, Map<UserId, Person> people)
    {
        if (people.isEmpty()) {
            return Set.of();
        }
        Map<UserId, MailFrequency> wanted = this.preferences.of(notice.entry().getWiki(), people.keySet());
        boolean carried = this.notices.get().handles();
        Set<UserId> told = new HashSet<>();
        this.ledger.write(tx -> {
            told.clear();
            Session session = tx.session();
            LedgerEntry entry = notice.entry();
            if (!this.checkpoints.lock(session, CONSUMER, entry)) {
                return;
            }
            told.addAll(people.keySet());
            told.removeAll(alreadyNotified(session, entry, people.keySet()));
            int batch = nextBatch(session, entry);
            for (UserId person : told) {
                NoticeRow row = row(notice, person, batch);
                row.due = carried ? Long.valueOf(soon(notice)) : due(people.get(person), wanted.get(person), notice);
                session.persist(row);
            }
            replace(session, notice, told);
        });
        return told;
    }

    private static List<UserId> alreadyNotified(Session session, LedgerEntry entry, Collection<UserId> people)
    {
        return Chunks.of(people).stream().flatMap(some -> session
            .createQuery("select person from NoticeRow where wiki = :wiki and sequence = :sequence and person in (:people)",
                String.class).setParameter("wiki", entry.getWiki().value())
                    .setParameter("sequence", entry.getSequence())
            .setParameterList("people", some.stream().map(UserId::value).toList()).getResultStream()).map(UserId::new)
            .toList();
    }

    private static int nextBatch(Session session, LedgerEntry entry)
    {
        Integer last = session.createQuery("select max(batch) from NoticeRow where sequence = :sequence", Integer.class)
            .setParameter("sequence", entry.getSequence()).getSingleResult();
        return last == null ? 0 : last + 1;
    }

    private static NoticeRow row(RoutedNotice notice, UserId person, int batch)
    {
        LedgerEntry entry = notice.entry();
        NoticeRow row = new NoticeRow();
        row.wiki = entry.getWiki().value();
        row.person = person.value();
        row.sequence = entry.getSequence();
        row.type = notice.type().name();
        row.actor = entry.getActor().value();
        row.subject = entry.getSubject();
        row.about = notice.audience().about();
        row.at = entry.getAt().toEpochMilli();
        row.batch = batch;
        return row;
    }

    /** Deletes the notices about the same thing that say less. */
    private static void replace(Session session, RoutedNotice notice, Collection<UserId> people)
    {
        if (notice.type().replaces().isEmpty() || notice.audience().about() == null) {
            return;
        }
        for (List<UserId> some : Chunks.of(people)) {
            session.createQuery("delete from NoticeRow where wiki = :wiki and person in (:people) and about = :about "
                + "and type in (:types) and sequence < :sequence").setParameter("wiki", notice.entry().getWiki().value())
                .setParameterList("people", some.stream().map(UserId::value).toList())
                .setParameter("about", notice.audience().about()).setParameterList("types", notice.type().replaces())
                .setParameter("sequence", notice.entry().getSequence()).executeUpdate();
        }
    }

    private static long soon(RoutedNotice notice)
    {
        return System.currentTimeMillis() + notice.type().delay().toMillis();
    }

    /** Returns when a mail is due, {@code null} for never. */
    private static Long due(Person person, MailFrequency wish, RoutedNotice notice)
    {
        return switch (wish) {
            case NONE -> null;
            case ONCE -> soon(notice);
            case DAILY -> nextMorning(ZonedDateTime.now(person.zone())).toEpochMilli();
        };
    }

    static Instant nextMorning(ZonedDateTime now)
    {
        ZonedDateTime today = now.with(MORNING);
        return (today.isAfter(now) ? today : now.plusDays(1).with(MORNING)).toInstant();
    }

    /** Deletes the notices of an entry that was reversed. */
    void forget(WikiId wiki, long sequence)
    {
        delete(session -> session.createQuery("from NoticeRow where sequence = :sequence and wiki = :wiki", NoticeRow.class)
            .setParameter("sequence", sequence).setParameter("wiki", wiki.value()).setMaxResults(STEP).getResultList());
    }

    /** Deletes the notices of some types about a subject. */
    void forget(WikiId wiki, UUID subject, Collection<NoticeType> types)
    {
        delete(session -> session
            .createQuery("from NoticeRow where wiki = :wiki and subject = :subject and type in (:types)", NoticeRow.class)
            .setParameter("wiki", wiki.value()).setParameter("subject", subject)
            .setParameterList("types", types.stream().map(NoticeType::name).toList()).setMaxResults(STEP).getResultList());
    }

    /** Deletes notices that are older than a time, in the order of their entries; stops at the first one that is not older. */
    void purge(long old)
    {
        delete(session -> {
            Query<NoticeRow> query = session.createQuery("from NoticeRow order by sequence", NoticeRow.class).setMaxResults(STEP);
            OrderedHsqlDialect.orderByIndex(session, query);
            return query.getResultStream().takeWhile(row -> row.at < old).toList();
        });
    }

    /** Deletes notices, a step in each transaction: HSQLDB keeps all that a transaction changes in memory. */
    private void delete(Function<Session, List<NoticeRow>> step)
    {
        // Checked first: mostly there are none, and nothing is written.
        boolean more = !this.ledger.read(step).isEmpty();
        while (more) {
            int[] deleted = new int[1];
            this.ledger.write(tx -> {
                List<NoticeRow> rows = step.apply(tx.session());
                rows.forEach(row -> delete(tx.session(), row));
                deleted[0] = rows.size();
            });
            more = deleted[0] == STEP;
        }
    }

    /** Deletes one notice by its key; another node may have deleted it. */
    private static void delete(Session session, NoticeRow row)
    {
        session.createQuery("delete from NoticeRow where wiki = :wiki and person = :person and sequence = :sequence")
            .setParameter("wiki", row.wiki).setParameter("person", row.person).setParameter("sequence", row.sequence)
            .executeUpdate();
    }

    /** Marks a person's notices up to an entry as read, a step in each transaction. */
    void readAll(UserId person, WikiId wiki, long last)
    {
        long[] after = {Long.MIN_VALUE};
        Optional<Long> full;
        do {
            full = this.ledger.read(session -> endOfStep(session, person, wiki, after[0], last));
            long end = full.orElse(last);
            this.ledger.write(tx -> tx.session().createQuery("update NoticeRow set seen = true where wiki = :wiki "
                + "and person = :person and seen = false and sequence > :after and sequence <= :end")
                .setParameter("wiki", wiki.value()).setParameter("person", person.value())
                .setParameter("after", after[0]).setParameter("end", end).executeUpdate());
            after[0] = end;
        } while (full.isPresent());
    }

    /** Returns the sequence of the last notice of a full step; empty if fewer are unread. */
    private static Optional<Long> endOfStep(Session session, UserId person, WikiId wiki, long after, long last)
    {
        Query<Long> query = session.createQuery("select sequence from NoticeRow where wiki = :wiki and person = :person "
            + "and seen = false and sequence > :after and sequence <= :last order by wiki, person, seen, sequence", Long.class)
            .setParameter("wiki", wiki.value()).setParameter("person", person.value()).setParameter("after", after)
            .setParameter("last", last).setFirstResult(STEP - 1).setMaxResults(1);
        OrderedHsqlDialect.orderByIndex(session, query);
        return query.uniqueResultOptional();
    }
}
