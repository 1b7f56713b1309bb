/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.feedback.PulseActs;
import org.copsuite.ledger.AbstractProjection;
import org.xwiki.component.annotation.Component;

/** Projection of the rounds of the pulse survey. A key is the id of a round. */
@Component
@Named("pulse")
@Singleton
public class PulseProjection extends AbstractProjection
{
    private static final int AFTER_POLLS = 770;

    /** Declares the acts. */
    public PulseProjection()
    {
        super(AFTER_POLLS, PulseActs.OPENED, "RoundRow");
        on(PulseActs.OPENED, PulseProjection::open);
        on(PulseActs.CLOSED, PulseProjection::close);
    }

    private static void open(Change change)
    {
        PulseActs.Days days = change.entry().detail(PulseActs.OPENED);
        RoundRow row = new RoundRow(change.wiki().value(), change.subject());
        row.community = change.entry().getCommunity().value();
        row.opener = change.entry().getActor().value();
        row.opensOn = (int) days.first().toEpochDay();
        row.closesOn = (int) days.last().toEpochDay();
        row.sequence = change.entry().getSequence();
        write(change.session(), row);
    }

    private static void close(Change change)
    {
        change.session().createQuery("update RoundRow set closed = true where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.subject()).executeUpdate();
    }
}
