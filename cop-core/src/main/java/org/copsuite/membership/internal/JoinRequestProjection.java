/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.ActType;
import org.copsuite.membership.MembershipActs;
import org.copsuite.membership.MembershipService.RequestState;
import org.xwiki.component.annotation.Component;

/** Projection of requests. A key is the id of a request. */
@Component
@Named("join-requests")
@Singleton
public class JoinRequestProjection extends AbstractProjection
{
    private static final int AFTER_COMMUNITIES = 760;

    /** Declares the acts. */
    public JoinRequestProjection()
    {
        super(AFTER_COMMUNITIES, MembershipActs.REQUESTED, "JoinRequestRow");
        on(MembershipActs.REQUESTED, JoinRequestProjection::request);
        on(MembershipActs.REQUEST_WITHDRAWN, change -> end(change, RequestState.WITHDRAWN, ""));
        on(MembershipActs.REQUEST_ACCEPTED,
            change -> end(change, RequestState.ACCEPTED, answer(change, MembershipActs.REQUEST_ACCEPTED)));
        on(MembershipActs.REQUEST_DECLINED,
            change -> end(change, RequestState.DECLINED, answer(change, MembershipActs.REQUEST_DECLINED)));
    }

    private static void request(Change change)
    {
        JoinRequestRow row = new JoinRequestRow(change.wiki().value(), change.subject());
        row.community = change.entry().getCommunity().value();
        row.person = change.entry().getActor().value();
        row.note = answer(change, MembershipActs.REQUESTED);
        row.at = change.at();
        row.sequence = change.entry().getSequence();
        row.state = RequestState.OPEN.name();
        row.answer = "";
        write(change.session(), row);
    }

    /** An empty text is stored as none by some databases. */
    private static String answer(Change change, ActType<String> act)
    {
        String text = change.entry().detail(act);
        return text == null ? "" : text;
    }

    private static void end(Change change, RequestState state, String answer)
    {
        change.session().createQuery("update JoinRequestRow set state = :state, answer = :answer "
            + "where wiki = :wiki and id = :id").setParameter("state", state.name()).setParameter("answer", answer)
            .setParameter("wiki", change.wiki().value()).setParameter("id", change.subject()).executeUpdate();
    }
}
