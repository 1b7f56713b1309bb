/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.designation.DesignationActs;
import org.copsuite.designation.DesignationActs.Nomination;
import org.copsuite.designation.DesignationService.State;
import org.copsuite.ledger.AbstractProjection;
import org.xwiki.component.annotation.Component;

/** Projection of nominations and designations. A key is the id of one. */
@Component
@Named("designations")
@Singleton
public class DesignationProjection extends AbstractProjection
{
    private static final int AFTER_COMMUNITIES = 770;

    /** Declares the acts. */
    public DesignationProjection()
    {
        super(AFTER_COMMUNITIES, DesignationActs.NOMINATED, "DesignationRow");
        on(DesignationActs.NOMINATED, DesignationProjection::nominate);
        on(DesignationActs.DESIGNATED, change -> to(change, State.ACTIVE));
        on(DesignationActs.DECLINED, change -> to(change, State.DECLINED));
        on(DesignationActs.ENDED, change -> to(change, State.ENDED));
    }

    private static void nominate(Change change)
    {
        Nomination detail = change.entry().detail(DesignationActs.NOMINATED);
        DesignationRow row = new DesignationRow(change.wiki().value(), change.subject());
        row.community = change.entry().getCommunity().value();
        row.person = change.entry().getBeneficiary().value();
        row.topic = detail.topic();
        row.note = detail.note();
        row.state = State.OPEN.name();
        row.at = change.at();
        row.sequence = change.entry().getSequence();
        write(change.session(), row);
    }

    private static void to(Change change, State state)
    {
        change.session().createQuery("update DesignationRow set state = :state where wiki = :wiki and id = :id")
            .setParameter("state", state.name()).setParameter("wiki", change.wiki().value())
            .setParameter("id", change.subject()).executeUpdate();
    }
}
