/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.AbstractCheckpointedConsumer;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeType;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Creates notices from entries of the ledger, in groups of a few hundred people. */
@Component
@Named(NoticeRepository.CONSUMER)
@Singleton
public class NoticeConsumer extends AbstractCheckpointedConsumer
{
    /** Maximum number of people notified in one transaction. */
    static final int GROUP = 500;

    @Inject
    private NoticeTypes types;

    @Inject
    private NoticeRouter router;

    @Inject
    private NoticeRepository repository;

    @Inject
    private UnreadCounts counts;

    @Inject
    private DefaultNoticeDelivery deliveries;

    @Inject
    private Ledger ledger;

    /** Creates the consumer. */
    public NoticeConsumer()
    {
        super(NoticeRepository.CONSUMER);
    }

    /** Older entries are no news. */
    @Override
    protected long initialCheckpoint()
    {
        return this.ledger.head();
    }

    @Override
    protected void processed()
    {
        this.deliveries.wake();
    }

    @Override
    protected boolean process(LedgerEntry entry)
    {
        if (entry.is(ActType.REVERSED)) {
            this.repository.forget(entry.getWiki(), entry.getReverses());
        }
        List<NoticeType> ended = this.types.endedBy(entry);
        if (!ended.isEmpty()) {
            this.repository.forget(entry.getWiki(), entry.getSubject(), ended);
        }
        boolean told = false;
        for (RoutedNotice notice : this.router.route(entry)) {
            told |= notify(notice);
        }
        return told;
    }

    private boolean notify(RoutedNotice notice)
    {
        boolean told = false;
        for (Audience.Source source : this.router.sources(notice)) {
            List<UserId> candidates = source.after("", GROUP);
            while (!candidates.isEmpty()) {
                Map<UserId, Person> people = this.router.recipients(notice, candidates);
                for (UserId person : this.repository.save(notice, people)) {
                    this.counts.changed(notice.entry().getWiki(), person);
                    told = true;
                }
                candidates = candidates.size() < GROUP ? List.of()
                    : source.after(candidates.get(candidates.size() - 1).value(), GROUP);
            }
        }
        return told;
    }
}
