/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.db.Chunks;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.notice.NoticeService.MailWish;
import org.copsuite.wiki.Notice.Kind;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Writes notices, together with how far the ledger was read: both or nothing. The row that says how far is held while it
 * is done, so that of several nodes of a cluster one writes.
 */
@Component(roles = NoticeStore.class)
@Singleton
public class NoticeStore
{
    /** How far the ledger was read. */
    static final String FOLLOWER = "notices";

    /** When a morning's mail goes, in the time zone of who gets it. */
    static final LocalTime MORNING = LocalTime.of(7, 0);

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<Notices> notices;

    @Inject
    private MailWishes wishes;

    /** The place of the last row taken. Where nothing was taken ever, what happened before is no news. */
    long position()
    {
        long head = this.ledger.head();
        long[] place = new long[1];
        this.ledger.write(recording -> place[0] = held(recording.session(), FOLLOWER, head).place);
        return place[0];
    }

    /** The row of a follower, held until the end of the transaction; made where there is none. */
    static FollowerRow held(Session session, String name, long place)
    {
        int there = session.createQuery("update FollowerRow set place = place + 0 where name = :name")
            .setParameter("name", name).executeUpdate();
        if (there == 0) {
            session.persist(new FollowerRow(name, place));
            session.flush();
        }
        return session.get(FollowerRow.class, name);
    }

    /** Says that all rows up to a place were taken. */
    void taken(long place)
    {
        this.ledger.write(recording -> {
            FollowerRow row = held(recording.session(), FOLLOWER, place);
            row.place = Math.max(row.place, place);
        });
    }

    /**
     * Writes one group of receivers.
     *
     * @return who was told: nobody, where another node has taken the row already; not who was told before a crash
     */
    Set<UserId> tell(Telling telling, Map<UserId, Person> people)
    {
        if (people.isEmpty()) {
            return Set.of();
        }
        Map<UserId, MailWish> wanted = this.wishes.of(telling.entry().getWiki(), people.keySet());
        boolean carried = this.notices.get().carries();
        Set<UserId> told = new HashSet<>();
        this.ledger.write(recording -> {
            told.clear();
            Session session = recording.session();
            LedgerEntry entry = telling.entry();
            if (held(session, FOLLOWER, entry.getPlace() - 1).place >= entry.getPlace()) {
                return;
            }
            told.addAll(people.keySet());
            told.removeAll(toldBefore(session, entry, people.keySet()));
            int batch = nextBatch(session, entry);
            for (UserId person : told) {
                NoticeRow row = row(telling, person, batch);
                row.due = carried ? Long.valueOf(System.currentTimeMillis()) : due(people.get(person), wanted.get(person));
                session.persist(row);
            }
        });
        return told;
    }

    private static List<UserId> toldBefore(Session session, LedgerEntry entry, Collection<UserId> people)
    {
        return Chunks.of(people).stream().flatMap(some -> session
            .createQuery("select person from NoticeRow where wiki = :wiki and place = :place and person in (:people)",
                String.class).setParameter("wiki", entry.getWiki()).setParameter("place", entry.getPlace())
            .setParameterList("people", some.stream().map(UserId::value).toList()).getResultStream()).map(UserId::new)
            .toList();
    }

    private static int nextBatch(Session session, LedgerEntry entry)
    {
        Integer last = session.createQuery("select max(batch) from NoticeRow where place = :place", Integer.class)
            .setParameter("place", entry.getPlace()).getSingleResult();
        return last == null ? 0 : last + 1;
    }

    private static NoticeRow row(Telling telling, UserId person, int batch)
    {
        LedgerEntry entry = telling.entry();
        NoticeRow row = new NoticeRow();
        row.wiki = entry.getWiki();
        row.person = person.value();
        row.place = entry.getPlace();
        row.kind = telling.kind();
        row.actor = entry.getActor().value();
        row.subject = entry.getSubject();
        row.post = telling.post();
        row.at = entry.getAt().toEpochMilli();
        row.batch = batch;
        return row;
    }

    /** When a mail is due, {@code null} for never. */
    private static Long due(Person person, MailWish wish)
    {
        return switch (wish) {
            case NONE -> null;
            case ONCE -> System.currentTimeMillis();
            case DAILY -> nextMorning(ZonedDateTime.now(person.zone())).toEpochMilli();
        };
    }

    static Instant nextMorning(ZonedDateTime now)
    {
        ZonedDateTime today = now.with(MORNING);
        return (today.isAfter(now) ? today : now.plusDays(1).with(MORNING)).toInstant();
    }

    /** Takes back what a row of the ledger told, since that row was taken back. */
    void forget(String wiki, long place)
    {
        this.ledger.write(recording -> recording.session()
            .createQuery("delete from NoticeRow where place = :place and wiki = :wiki").setParameter("place", place)
            .setParameter("wiki", wiki).executeUpdate());
    }

    /** Takes back what was told about a comment or thanks, since they are gone. */
    void forget(String wiki, UUID subject)
    {
        this.ledger.write(recording -> recording.session()
            .createQuery("delete from NoticeRow where wiki = :wiki and subject = :subject and kind in (:kinds)")
            .setParameter("wiki", wiki).setParameter("subject", subject)
            .setParameterList("kinds", List.of(Kind.COMMENT, Kind.THANKS)).executeUpdate());
    }
}
