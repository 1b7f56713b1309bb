/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.RowKey;
import org.copsuite.routing.RoutingActs;
import org.xwiki.component.annotation.Component;

/** Projection of escalations. A key is a question. */
@Component
@Named("escalations")
@Singleton
public class EscalationProjection extends AbstractProjection
{
    private static final int AFTER_ROUTED = 796;

    /** Declares the acts. */
    public EscalationProjection()
    {
        super(AFTER_ROUTED, RoutingActs.ESCALATED, "EscalationRow");
        on(RoutingActs.ESCALATED, EscalationProjection::escalate);
    }

    private static void escalate(Change change)
    {
        EscalationRow row = change.session().get(EscalationRow.class, new RowKey(change.wiki(), change.subject()));
        if (row == null) {
            row = new EscalationRow(change.wiki().value(), change.subject());
        }
        row.step = change.entry().detail(RoutingActs.ESCALATED).ordinal();
        row.at = change.at();
        write(change.session(), row);
    }
}
