/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.recognition.RecognitionActs;
import org.copsuite.recognition.RecognitionActs.ThanksDetail;
import org.xwiki.component.annotation.Component;

/** Projection of thanks. A key is the id of thanks. */
@Component
@Named("thanks")
@Singleton
public class ThanksProjection extends AbstractProjection
{
    private static final int AFTER_POSTS = 800;

    /** Declares the acts. */
    public ThanksProjection()
    {
        super(AFTER_POSTS, RecognitionActs.THANKED, "ThanksRow");
        on(RecognitionActs.THANKED, change -> write(change.session(), row(change.entry())));
        on(RecognitionActs.UNTHANKED, ThanksProjection::withdraw);
    }

    private static void withdraw(Change change)
    {
        change.session().createQuery("update ThanksRow set withdrawn = true where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.subject()).executeUpdate();
    }

    private static ThanksRow row(LedgerEntry entry)
    {
        ThanksRow row = new ThanksRow(entry.getWiki().value(), entry.getSubject());
        ThanksDetail thanks = entry.detail(RecognitionActs.THANKED);
        row.thanker = entry.getActor().value();
        row.thanked = entry.getBeneficiary().value();
        row.community = CommunityId.valueOf(entry.getCommunity());
        row.post = thanks.post();
        row.message = thanks.message();
        row.at = entry.getAt().toEpochMilli();
        row.sequence = entry.getSequence();
        return row;
    }
}
