/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityWatch;
import org.copsuite.feedback.PollActs;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/**
 * Notifies whoever watches a community, and those who voted in an open poll, that it has closed. Of a secret poll nobody
 * is notified as a voter: a notice would say who voted.
 */
@Component
@Named(PollClosedNotice.NAME)
@Singleton
public class PollClosedNotice extends AbstractNoticeType
{
    static final String NAME = "POLL_CLOSED";

    @Inject
    private PollReader polls;

    @Inject
    private PollTargets targets;

    /** Sets name, icon and acts. */
    public PollClosedNotice()
    {
        super(NAME, "chart_bar", Set.of(PollActs.CLOSED), Set.of(PollActs.DELETED));
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of((person, limit) -> this.polls.voters(entry.getWiki(), entry.getSubject(), person,
            limit)).andWatchersOf(CommunityWatch.of(entry.getWiki(), entry.getCommunity())));
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
