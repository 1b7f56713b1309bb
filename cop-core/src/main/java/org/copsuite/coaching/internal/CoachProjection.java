/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.coaching.CoachingActs;
import org.copsuite.ledger.AbstractProjection;
import org.xwiki.component.annotation.Component;

/** Projection of the members who help with first questions. A key is the id of a person's coaching in a community. */
@Component
@Named("coaches")
@Singleton
public class CoachProjection extends AbstractProjection
{
    private static final int AFTER_ESCALATIONS = 797;

    /** Declares the acts. */
    public CoachProjection()
    {
        super(AFTER_ESCALATIONS, CoachingActs.VOLUNTEERED, "CoachRow");
        on(CoachingActs.VOLUNTEERED, CoachProjection::begin);
        on(CoachingActs.STOPPED, CoachProjection::stop);
    }

    private static void begin(Change change)
    {
        CoachRow row = new CoachRow(change.wiki().value(), change.subject());
        row.community = change.entry().getCommunity().value();
        row.person = change.entry().getActor().value();
        row.sequence = change.entry().getSequence();
        write(change.session(), row);
    }

    private static void stop(Change change)
    {
        change.session().createQuery("delete from CoachRow where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.subject()).executeUpdate();
    }
}
