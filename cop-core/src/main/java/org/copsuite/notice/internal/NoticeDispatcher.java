/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.Checkpoints;
import org.copsuite.ledger.Ledger;
import org.copsuite.spi.NoticeTargets.Target;
import org.copsuite.wiki.Notice;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Passes due notices to a wiki that shows notices itself, one group of recipients at a time. A group is claimed in one
 * transaction, passed while no transaction is open, since the wiki uses connections and locks of its own, and marked as
 * done in another one. After a crash in between the claim expires, and the group is passed again under the same id.
 */
@Component(roles = NoticeDispatcher.class)
@Singleton
public class NoticeDispatcher
{
    static final String NAME = "deliveries";

    /** How long a claim holds, in milliseconds: no wiki takes that long for one group. */
    private static final long CLAIM = Duration.ofMinutes(10).toMillis();

    @Inject
    private Ledger ledger;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private Provider<Notices> notices;

    @Inject
    private NoticeViews views;

    @Inject
    private Logger logger;

    /**
     * Dispatches one group.
     *
     * @return whether there may be more
     */
    boolean dispatchSome()
    {
        List<NoticeRow> group = new ArrayList<>();
        this.ledger.write(tx -> {
            group.clear();
            if (isDue(tx.session())) {
                group.addAll(claim(tx.session()));
            }
        });
        if (!group.isEmpty()) {
            boolean handled = dispatch(group);
            this.ledger.write(tx -> settle(tx.session(), group, handled));
        }
        return !group.isEmpty();
    }

    /** Moves the due time of a group into the future, so that no other node claims it meanwhile. */
    private List<NoticeRow> claim(Session session)
    {
        this.checkpoints.lock(session, NAME);
        NoticeRow first = session.createQuery("from NoticeRow where due <= :now order by due, sequence, batch",
            NoticeRow.class).setParameter("now", System.currentTimeMillis()).setMaxResults(1).uniqueResult();
        if (first == null) {
            return List.of();
        }
        List<NoticeRow> group = session.createQuery("from NoticeRow where sequence = :sequence and batch = :batch "
            + "and due is not null", NoticeRow.class).setParameter("sequence", first.sequence)
            .setParameter("batch", first.batch).getResultList();
        long until = System.currentTimeMillis() + CLAIM;
        group.forEach(row -> row.due = until);
        return group;
    }

    /** Marks a group as done, or as due later. */
    private static void settle(Session session, List<NoticeRow> group, boolean handled)
    {
        NoticeRow first = group.get(0);
        for (NoticeRow row : session.createQuery("from NoticeRow where sequence = :sequence and batch = :batch "
            + "and due = :due", NoticeRow.class).setParameter("sequence", first.sequence)
                .setParameter("batch", first.batch)
            .setParameter("due", first.due).getResultList()) {
            if (!handled) {
                row.tries++;
            }
            row.due = handled ? null : row.retryAt();
        }
    }

    /** Checked first without locks: mostly nothing is due. */
    static boolean isDue(Session session)
    {
        return !session.createQuery("select sequence from NoticeRow where due <= :now", Long.class)
            .setParameter("now", System.currentTimeMillis()).setMaxResults(1).getResultList().isEmpty();
    }

    private boolean dispatch(List<NoticeRow> group)
    {
        try {
            List<UserId> people = group.stream().map(row -> new UserId(row.person)).toList();
            recipients(group.get(0), people).forEach((notice, some) -> this.notices.get().send(notice, some));
            return true;
        } catch (RuntimeException e) {
            // A notice that the wiki refuses does not block the others.
            this.logger.error("The wiki failed to accept a notice for {} people; will retry.", group.size(), e);
            return false;
        }
    }

    /** Groups recipients by the notice that they get. */
    private Map<Notice, List<UserId>> recipients(NoticeRow row, List<UserId> people)
    {
        Map<Target, List<UserId>> recipients = new LinkedHashMap<>();
        this.views.targets(people, new WikiId(row.wiki), row.stored()).forEach((person, target) -> recipients
            .computeIfAbsent(target, same -> new ArrayList<>()).add(person));
        Map<Notice, List<UserId>> told = new LinkedHashMap<>();
        recipients.forEach((target, some) -> told.put(notice(row, target), some));
        return told;
    }

    private static Notice notice(NoticeRow row, Target target)
    {
        // The page is part of the id, since a notice may lead elsewhere for people who may view less. So is the time:
        // an emptied ledger assigns the same sequences again, while the wiki keeps the notices that it has.
        String key = "cop-notice/" + row.wiki + '/' + row.sequence + '/' + row.at + '/' + row.batch + '/' + target.page();
        return new Notice(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), new WikiId(row.wiki), row.type,
            Instant.ofEpochMilli(row.at), new UserId(row.actor), target.page(), target.anchor(), target.title());
    }
}
