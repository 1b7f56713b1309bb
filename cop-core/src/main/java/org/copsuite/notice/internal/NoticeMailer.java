/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.Checkpoints;
import org.copsuite.ledger.Ledger;
import org.copsuite.notice.NoticeMailWriter;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.wiki.Mail;
import org.copsuite.wiki.MailException;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Mails due notices, one message per person. Rows are marked before a message is sent: a crash in between loses the
 * mail (the notice stays in the wiki) and doubles none. A message that could not be sent is due again later.
 */
@Component(roles = NoticeMailer.class)
@Singleton
public class NoticeMailer
{
    /** Maximum number of rows claimed at once. */
    private static final int ROWS = 500;

    /** How long notices are kept. */
    private static final Duration RETENTION = Duration.ofDays(180);

    private static final Duration PURGE_INTERVAL = Duration.ofHours(12);

    @Inject
    private Ledger ledger;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private NoticeRepository repository;

    @Inject
    private NoticeViews views;

    @Inject
    private MailPreferences preferences;

    @Inject
    private Provider<Mail> mail;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<NoticeMailWriter> letters;

    @Inject
    private Logger logger;

    private long lastPurge;

    /**
     * Mails some of the due notices.
     *
     * @return whether there may be more
     */
    boolean mailSome()
    {
        List<NoticeRow> rows = new ArrayList<>();
        this.ledger.write(tx -> {
            rows.clear();
            if (NoticeDispatcher.isDue(tx.session())) {
                rows.addAll(claim(tx.session()));
            }
        });
        Map<List<String>, List<NoticeRow>> letterOf = new LinkedHashMap<>();
        rows.forEach(row -> letterOf.computeIfAbsent(List.of(row.wiki, row.person), key -> new ArrayList<>()).add(row));
        letterOf.values().forEach(this::mail);
        return !rows.isEmpty();
    }

    /** Marks due rows, so that no other node and no later run claims them. */
    private List<NoticeRow> claim(Session session)
    {
        this.checkpoints.lock(session, NoticeDispatcher.NAME);
        List<NoticeRow> rows = session.createQuery("from NoticeRow where due <= :now order by due, sequence",
            NoticeRow.class).setParameter("now", System.currentTimeMillis()).setMaxResults(ROWS).getResultList();
        for (NoticeRow row : rows) {
            row.due = null;
            row.tries++;
        }
        return rows;
    }

    private void mail(List<NoticeRow> rows)
    {
        try {
            Optional<MailMessage> letter = message(rows);
            if (letter.isPresent()) {
                this.mail.get().send(letter.get());
            }
        } catch (MailException e) {
            retryLater(rows, e);
        } catch (RuntimeException e) {
            // A message that cannot be written does not block the others.
            this.logger.error("Failed to write or send a mail with {} notices.", rows.size(), e);
        }
    }

    /**
     * Returns the message for a person; empty if the person wants no mail, or has read or may not view any of the
     * notices.
     */
    private Optional<MailMessage> message(List<NoticeRow> rows)
    {
        UserId to = new UserId(rows.get(0).person);
        WikiId wiki = new WikiId(rows.get(0).wiki);
        Person person = this.people.get().find(to).filter(Person::active).orElse(null);
        if (person == null || this.preferences.of(wiki, to) == MailFrequency.NONE || !this.mail.get().reaches(to)) {
            return Optional.empty();
        }
        List<NoticeRow> unread = rows.stream().filter(row -> !row.seen)
            .sorted(Comparator.comparingLong((NoticeRow row) -> row.sequence).reversed()).toList();
        List<NoticeView> notices = this.views.of(to, wiki, unread);
        return notices.isEmpty() ? Optional.empty() : Optional.of(this.letters.get().write(person, notices));
    }

    private void retryLater(List<NoticeRow> rows, MailException why)
    {
        // The latest notice among them has the fewest tries.
        Long due = rows.stream().min(Comparator.comparingInt(row -> row.tries)).map(NoticeRow::retryAt).orElse(null);
        if (due == null) {
            this.logger.error("Failed to send a mail with {} notices; gives up: {}", rows.size(), why.getMessage());
            return;
        }
        this.logger.warn("Failed to send a mail with {} notices; will retry: {}", rows.size(), why.getMessage());
        this.ledger.write(tx -> {
            for (NoticeRow row : rows) {
                tx.session().createQuery("update NoticeRow set due = :due where wiki = :wiki "
                    + "and person = :person and sequence = :sequence").setParameter("due", due)
                        .setParameter("wiki", row.wiki)
                    .setParameter("person", row.person).setParameter("sequence", row.sequence).executeUpdate();
            }
        });
    }

    /** Deletes old notices, twice a day. */
    void purgeOld()
    {
        long now = System.currentTimeMillis();
        if (now - this.lastPurge > PURGE_INTERVAL.toMillis()) {
            this.repository.purge(now - RETENTION.toMillis());
            this.lastPurge = now;
        }
    }
}
