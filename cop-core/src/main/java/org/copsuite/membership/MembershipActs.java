/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership;

import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * The act types of requests and invitations. The subject is the request or the invitation. Whoever becomes a member
 * through one has an entry {@code joined} of the community, too.
 */
@Component
@Named("membership")
@Singleton
public class MembershipActs implements Acts
{
    /** Asked to join a community. Detail: the note, may be empty. */
    public static final ActType<String> REQUESTED =
        ActType.named("join-requested").withDetail(DetailCodec.TEXT).creating();

    /** Withdrew the own request. */
    public static final ActType<Void> REQUEST_WITHDRAWN = ActType.named("join-request-withdrawn").updating();

    /** Accepted a request. Beneficiary: who asked; detail: the answer, may be empty. */
    public static final ActType<String> REQUEST_ACCEPTED =
        ActType.named("join-request-accepted").withDetail(DetailCodec.TEXT).updating();

    /** Declined a request. Beneficiary: who asked; detail: the answer, may be empty. */
    public static final ActType<String> REQUEST_DECLINED =
        ActType.named("join-request-declined").withDetail(DetailCodec.TEXT).updating();

    /** Invited somebody into a community. Beneficiary: the invited person, nobody for a group or a link. */
    public static final ActType<InvitationDetail> INVITED = ActType.named("invited")
        .withDetail(DetailCodec.of(InvitationDetail::write, InvitationDetail::read)).creating();

    /** Withdrew an invitation. */
    public static final ActType<Void> INVITATION_WITHDRAWN = ActType.named("invitation-withdrawn").updating();

    /** Accepted an invitation; once for each person. */
    public static final ActType<Void> INVITATION_ACCEPTED = ActType.named("invitation-accepted").updating();

    /** Declined an invitation; once for each person. */
    public static final ActType<Void> INVITATION_DECLINED = ActType.named("invitation-declined").updating();

    /**
     * @param wiki the wiki
     * @param actor who acts
     * @param act the act, which a person does at most once with a request or an invitation
     * @param subject the request or the invitation
     * @param community its community
     * @param detail the detail
     * @param <D> the type of the detail
     * @return a draft with an idempotency key of subject, act and actor
     */
    public static <D> EntryDraft once(WikiId wiki, UserId actor, ActType<D> act, UUID subject, CommunityId community,
        D detail)
    {
        return EntryDraft.of(wiki, actor, act, subject, detail).in(community).withOccurrence(occurrence(actor));
    }

    /** An id may be longer than a key: the name-based UUID stands for it. */
    private static String occurrence(UserId actor)
    {
        return UUID.nameUUIDFromBytes(actor.value().getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString();
    }
}
