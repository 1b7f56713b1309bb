/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.util.List;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.Invitation;
import org.copsuite.membership.MembershipService.InvitationDraft;
import org.copsuite.membership.MembershipService.JoinRequest;
import org.copsuite.membership.MembershipService.RequestDraft;
import org.copsuite.notice.NoticeService;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Two communities, people and what tests of requests and invitations share. */
abstract class AbstractMembershipTest
{
    protected static final WikiId WIKI = TestWiki.WIKI;

    protected final TestWiki wiki = new TestWiki();

    protected final UserId boss = this.wiki.administrator("boss");

    protected final UserId fay = this.wiki.account("fay");

    protected final UserId anna = this.wiki.account("anna");

    protected final UserId bert = this.wiki.account("bert");

    protected final UserId cleo = this.wiki.account("cleo");

    protected final CommunityService communities = this.wiki.get(CommunityService.class);

    protected final MembershipService service = this.wiki.get(MembershipService.class);

    protected CommunityId onRequest;

    protected CommunityId secret;

    /** Fay facilitates a community that is joined on request and a private one. */
    @BeforeEach
    void found() throws Exception
    {
        this.onRequest = community("Night shift", Visibility.OPEN, Joining.REQUEST);
        this.secret = community("Behind the door", Visibility.PRIVATE, null);
        this.wiki.get(LedgerConsumer.class, "notices").checkpoint();
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    protected CommunityId community(String title, Visibility visibility, Joining joining) throws CopException
    {
        CommunityId id = new CommunityId(UUID.randomUUID());
        this.communities.found(this.boss,
            new CommunityDraft(id, WIKI, title, "What it is for.", List.of(), visibility, joining));
        this.communities.appoint(this.boss, id, this.fay, Role.FACILITATOR);
        return id;
    }

    protected UUID ask(UserId person, CommunityId community, String note) throws CopException
    {
        UUID id = UUID.randomUUID();
        this.service.request(person, WIKI, new RequestDraft(id, community, note));
        return id;
    }

    protected List<JoinRequest> open() throws CopException
    {
        return this.service.requests(this.fay, WIKI, this.onRequest, null, 10).items();
    }

    protected static CopException refusal(Kind kind, ThrowingCallable work)
    {
        CopException refusal = catchThrowableOfType(CopException.class, work);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.getKind()).as(refusal.getText().key()).isEqualTo(kind);
        return refusal;
    }

    protected boolean isMember(UserId person, CommunityId community)
    {
        return this.communities.memberships(WIKI, person).containsKey(community);
    }

    protected InvitationDraft person(UserId invited)
    {
        return new InvitationDraft(UUID.randomUUID(), this.secret, InvitationKind.PERSON, invited, null, "Join us.", 0,
            0, null);
    }

    protected InvitationDraft link(int uses)
    {
        return new InvitationDraft(UUID.randomUUID(), this.secret, InvitationKind.LINK, null, null, "", 7, uses, null);
    }

    protected Invitation invitation(UUID id) throws CopException
    {
        return this.service.invitations(this.fay, WIKI, this.secret, null, 100).items().stream()
            .filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    protected List<String> kinds(UserId reader) throws Exception
    {
        LedgerConsumer consumer = this.wiki.get(LedgerConsumer.class, "notices");
        consumer.consume(this.wiki.get(Ledger.class).after(consumer.checkpoint(), 500));
        return this.wiki.get(NoticeService.class).list(reader, WIKI, null, 20).items().stream()
            .map(notice -> notice.type()).toList();
    }
}
