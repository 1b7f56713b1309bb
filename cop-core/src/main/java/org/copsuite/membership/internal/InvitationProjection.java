/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.membership.InvitationDetail;
import org.copsuite.membership.MembershipActs;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Projection of invitations and of the answers to them. A key is the id of an invitation. */
@Component
@Named("invitations")
@Singleton
public class InvitationProjection extends AbstractProjection
{
    private static final int AFTER_REQUESTS = 770;

    /** Declares the acts. */
    public InvitationProjection()
    {
        super(AFTER_REQUESTS, MembershipActs.INVITED, "InvitationRow");
        on(MembershipActs.INVITED, InvitationProjection::invite);
        on(MembershipActs.INVITATION_WITHDRAWN, change -> set(change, "withdrawn = true"));
        on(MembershipActs.INVITATION_ACCEPTED, change -> answer(change, true));
        on(MembershipActs.INVITATION_DECLINED, change -> answer(change, false));
    }

    private static void invite(Change change)
    {
        InvitationDetail detail = change.entry().detail(MembershipActs.INVITED);
        InvitationRow row = new InvitationRow(change.wiki().value(), change.subject());
        row.community = change.entry().getCommunity().value();
        row.kind = detail.kind().name();
        row.person = change.entry().getBeneficiary() == null ? "" : change.entry().getBeneficiary().value();
        row.group = detail.group();
        row.hash = detail.hash();
        row.note = detail.note();
        row.inviter = change.entry().getActor().value();
        row.at = change.at();
        row.expires = detail.expires().toEpochMilli();
        row.limit = detail.uses();
        row.sequence = change.entry().getSequence();
        write(change.session(), row);
    }

    private static void answer(Change change, boolean accepted)
    {
        InvitationAnswerRow row = new InvitationAnswerRow();
        row.wiki = change.wiki().value();
        row.invitation = change.subject();
        row.person = change.entry().getActor().value();
        row.accepted = accepted;
        write(change.session(), row);
        set(change, accepted ? "accepted = accepted + 1" : "declined = declined + 1");
    }

    private static void set(Change change, String assignment)
    {
        change.session().createQuery("update InvitationRow set " + assignment + " where wiki = :wiki and id = :id")
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.subject()).executeUpdate();
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        super.prepare(session, wiki, id, entries);
        session.createQuery("delete from InvitationAnswerRow where wiki = :wiki and invitation = :id")
            .setParameter("wiki", wiki.value()).setParameter("id", id).executeUpdate();
    }
}
