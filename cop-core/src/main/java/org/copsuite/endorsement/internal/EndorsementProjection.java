/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.endorsement.EndorsementActs;
import org.copsuite.endorsement.EndorsementActs.EndorsementDetail;
import org.copsuite.ledger.AbstractProjection;
import org.xwiki.component.annotation.Component;

/** Projection of endorsements. A key is the id of an endorsement. */
@Component
@Named("endorsements")
@Singleton
public class EndorsementProjection extends AbstractProjection
{
    private static final int AFTER_TOPICS = 750;

    /** Declares the acts. */
    public EndorsementProjection()
    {
        super(AFTER_TOPICS, EndorsementActs.ENDORSED, "EndorsementRow");
        on(EndorsementActs.ENDORSED, EndorsementProjection::endorse);
        onReversal(EndorsementActs.ENDORSED, EndorsementProjection::withdraw);
    }

    private static void endorse(Change change)
    {
        EndorsementDetail detail = change.entry().detail(EndorsementActs.ENDORSED);
        EndorsementRow row = new EndorsementRow(change.wiki().value(), change.subject());
        row.endorser = change.entry().getActor().value();
        row.person = change.entry().getBeneficiary().value();
        row.topic = detail.topic();
        row.community = change.entry().getCommunity().value();
        row.reason = detail.reason();
        row.at = change.at();
        row.sequence = change.entry().getSequence();
        write(change.session(), row);
    }

    private static void withdraw(Change change)
    {
        change.session().createQuery("update EndorsementRow set withdrawn = true where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.subject()).executeUpdate();
    }
}
