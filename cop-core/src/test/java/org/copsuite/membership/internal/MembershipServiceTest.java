/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
import org.copsuite.ledger.Projection;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipActs;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.Invitation;
import org.copsuite.membership.MembershipService.InvitationDraft;
import org.copsuite.membership.MembershipService.InvitationState;
import org.copsuite.membership.MembershipService.JoinRequest;
import org.copsuite.membership.MembershipService.Offer;
import org.copsuite.membership.MembershipService.RequestDraft;
import org.copsuite.membership.MembershipService.RequestState;
import org.copsuite.notice.NoticeService;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@OnEveryDatabase
class MembershipServiceTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private final TestWiki wiki = new TestWiki();

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId fay = this.wiki.account("fay");

    private final UserId anna = this.wiki.account("anna");

    private final UserId bert = this.wiki.account("bert");

    private final UserId cleo = this.wiki.account("cleo");

    private final CommunityService communities = this.wiki.get(CommunityService.class);

    private final MembershipService service = this.wiki.get(MembershipService.class);

    private CommunityId onRequest;

    private CommunityId secret;

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

    private CommunityId community(String title, Visibility visibility, Joining joining) throws CopException
    {
        CommunityId id = new CommunityId(UUID.randomUUID());
        this.communities.found(this.boss,
            new CommunityDraft(id, WIKI, title, "What it is for.", List.of(), visibility, joining));
        this.communities.appoint(this.boss, id, this.fay, Role.FACILITATOR);
        return id;
    }

    private UUID ask(UserId person, CommunityId community, String note) throws CopException
    {
        UUID id = UUID.randomUUID();
        this.service.request(person, WIKI, new RequestDraft(id, community, note));
        return id;
    }

    private List<JoinRequest> open() throws CopException
    {
        return this.service.requests(this.fay, WIKI, this.onRequest, null, 10).items();
    }

    private static CopException refusal(Kind kind, ThrowingCallable work)
    {
        CopException refusal = catchThrowableOfType(CopException.class, work);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.getKind()).as(refusal.getText().key()).isEqualTo(kind);
        return refusal;
    }

    private boolean isMember(UserId person, CommunityId community)
    {
        return this.communities.memberships(WIKI, person).containsKey(community);
    }

    private InvitationDraft person(UserId invited)
    {
        return new InvitationDraft(UUID.randomUUID(), this.secret, InvitationKind.PERSON, invited, null, "Join us.", 0,
            0, null);
    }

    private InvitationDraft link(int uses)
    {
        return new InvitationDraft(UUID.randomUUID(), this.secret, InvitationKind.LINK, null, null, "", 7, uses, null);
    }

    private Invitation invitation(UUID id) throws CopException
    {
        return this.service.invitations(this.fay, WIKI, this.secret, null, 100).items().stream()
            .filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> kinds(UserId reader) throws Exception
    {
        LedgerConsumer consumer = this.wiki.get(LedgerConsumer.class, "notices");
        consumer.consume(this.wiki.get(Ledger.class).after(consumer.checkpoint(), 500));
        return this.wiki.get(NoticeService.class).list(reader, WIKI, null, 20).items().stream()
            .map(notice -> notice.type()).toList();
    }

    @Test
    void whoeverIsAcceptedIsAMemberWithTheRightsOfOne() throws Exception
    {
        UUID id = ask(this.anna, this.onRequest, "I work nights.");

        assertThat(open()).singleElement().satisfies(request -> {
            assertThat(request.person().id()).isEqualTo(this.anna);
            assertThat(request.note()).isEqualTo("I work nights.");
            assertThat(request.state()).isEqualTo(RequestState.OPEN);
        });
        assertThat(this.service.ownRequest(this.anna, WIKI, this.onRequest).orElseThrow().state())
            .isEqualTo(RequestState.OPEN);
        this.service.answer(this.fay, WIKI, id, true, "Welcome!");

        assertThat(isMember(this.anna, this.onRequest)).isTrue();
        assertThat(this.wiki.access().has(this.anna, Right.COMMENT,
            this.communities.get(this.anna, WIKI, this.onRequest).page())).isTrue();
        assertThat(open()).isEmpty();
        assertThat(this.service.ownRequests(this.anna, WIKI)).singleElement().satisfies(request -> {
            assertThat(request.state()).isEqualTo(RequestState.ACCEPTED);
            assertThat(request.answer()).isEqualTo("Welcome!");
        });
        // Answering again the same way changes nothing; the other way is too late.
        this.service.answer(this.fay, WIKI, id, true, "");
        assertThat(refusal(Kind.CONFLICT, () -> this.service.answer(this.fay, WIKI, id, false, "")).getText().key())
            .isEqualTo("cop.membership.error.request.answered");
    }

    @Test
    void aDeclinedOneIsNoMemberAndReadsWhy() throws Exception
    {
        UUID id = ask(this.anna, this.onRequest, "");
        this.service.answer(this.fay, WIKI, id, false, "We are full.");

        assertThat(isMember(this.anna, this.onRequest)).isFalse();
        assertThat(this.service.ownRequest(this.anna, WIKI, this.onRequest).orElseThrow().answer())
            .isEqualTo("We are full.");
        assertThat(kinds(this.anna)).containsExactly("REQUEST_DECLINED");
        assertThat(refusal(Kind.CONFLICT, () -> this.service.answer(this.fay, WIKI, id, true, "")).getText().key())
            .isEqualTo("cop.membership.error.request.answered");
    }

    @Test
    void refusesRequestsWherePeopleJoinInAnotherWay() throws Exception
    {
        CommunityId open = community("Open", Visibility.OPEN, null);
        CommunityId invited = community("Invited", Visibility.OPEN, Joining.INVITATION);
        refusal(Kind.SIGN_IN, () -> ask(UserId.GUEST, this.onRequest, ""));
        refusal(Kind.NOT_FOUND, () -> ask(this.anna, this.secret, ""));
        refusal(Kind.NOT_FOUND, () -> ask(this.anna, new CommunityId(UUID.randomUUID()), ""));
        assertThat(refusal(Kind.FORBIDDEN, () -> ask(this.anna, open, "")).getText().key())
            .isEqualTo("cop.membership.error.noRequest.open");
        assertThat(refusal(Kind.FORBIDDEN, () -> ask(this.anna, invited, "")).getText().key())
            .isEqualTo("cop.membership.error.noRequest.invitation");
        assertThat(refusal(Kind.INVALID, () -> ask(this.anna, this.onRequest, "x".repeat(501))).getFields())
            .containsOnlyKeys("note");
        assertThat(open()).isEmpty();
    }

    @Test
    void oneRequestIsOpenAndThreeAMonthAreEnough() throws Exception
    {
        RequestDraft form = new RequestDraft(UUID.randomUUID(), this.onRequest, "Once.");
        this.service.request(this.anna, WIKI, form);
        this.service.request(this.anna, WIKI, form);
        assertThat(open()).hasSize(1);
        refusal(Kind.NOT_FOUND, () -> this.service.request(this.bert, WIKI, form));
        assertThat(refusal(Kind.CONFLICT, () -> ask(this.anna, this.onRequest, "")).getText().key())
            .isEqualTo("cop.membership.error.request.twice");
        this.service.withdrawRequest(this.anna, WIKI, form.id());
        this.service.withdrawRequest(this.anna, WIKI, form.id());
        assertThat(open()).isEmpty();
        assertThat(refusal(Kind.CONFLICT, () -> this.service.answer(this.fay, WIKI, form.id(), true, "")).getText()
            .key()).isEqualTo("cop.membership.error.request.withdrawn");
        for (int i = 0; i < 2; i++) {
            this.service.withdrawRequest(this.anna, WIKI, ask(this.anna, this.onRequest, ""));
        }
        assertThat(refusal(Kind.CONFLICT, () -> ask(this.anna, this.onRequest, "")).getText().key())
            .isEqualTo("cop.membership.error.request.often");
        ask(this.bert, this.onRequest, "");
    }

    @Test
    void onlyWhoManagesMembersReadsAndAnswersRequests() throws Exception
    {
        UUID id = ask(this.anna, this.onRequest, "");
        this.communities.appoint(this.boss, this.onRequest, this.cleo, Role.MODERATOR);
        for (UserId other : List.of(this.anna, this.bert, this.cleo)) {
            refusal(Kind.FORBIDDEN, () -> this.service.requests(other, WIKI, this.onRequest, null, 10));
            refusal(Kind.NOT_FOUND, () -> this.service.answer(other, WIKI, id, true, ""));
        }
        refusal(Kind.SIGN_IN, () -> this.service.requests(UserId.GUEST, WIKI, this.onRequest, null, 10));
        refusal(Kind.NOT_FOUND, () -> this.service.requests(this.anna, WIKI, this.secret, null, 10));
        refusal(Kind.NOT_FOUND, () -> this.service.withdrawRequest(this.bert, WIKI, id));
        this.communities.appoint(this.boss, this.onRequest, this.cleo, Role.SPONSOR);
        this.service.answer(this.cleo, WIKI, id, true, "");
        assertThat(isMember(this.anna, this.onRequest)).isTrue();
    }

    @Test
    void aRequestThatNobodyAnswersExpires() throws Exception
    {
        UUID id = ask(this.anna, this.onRequest, "");
        this.wiki.database().execute("update cop_join_request set requested_at = requested_at - 31 * 86400000");

        assertThat(open()).isEmpty();
        assertThat(this.service.ownRequest(this.anna, WIKI, this.onRequest).orElseThrow().state())
            .isEqualTo(RequestState.EXPIRED);
        assertThat(refusal(Kind.CONFLICT, () -> this.service.answer(this.fay, WIKI, id, true, "")).getText().key())
            .isEqualTo("cop.membership.error.request.expired");
        assertThat(isMember(this.anna, this.onRequest)).isFalse();
        assertThat(this.wiki.access().has(this.anna, Right.COMMENT,
            this.communities.get(this.anna, WIKI, this.onRequest).page())).isFalse();
        ask(this.anna, this.onRequest, "Once more.");
        assertThat(open()).hasSize(1);
    }

    @Test
    void aPersonWhoJoinedInAnotherWayAsksNoMore() throws Exception
    {
        ask(this.anna, this.onRequest, "");
        this.communities.appoint(this.fay, this.onRequest, this.anna, Role.MEMBER);
        assertThat(open()).isEmpty();
        ask(this.anna, this.onRequest, "A member asks for nothing.");
        assertThat(this.service.ownRequests(this.anna, WIKI)).hasSize(1);
    }

    @Test
    void notifiesFacilitatorsOfARequestUntilItIsAnswered() throws Exception
    {
        UUID id = ask(this.anna, this.onRequest, "");
        assertThat(kinds(this.fay)).contains("JOIN_REQUEST");
        assertThat(kinds(this.bert)).isEmpty();
        this.service.answer(this.fay, WIKI, id, true, "");
        assertThat(kinds(this.fay)).doesNotContain("JOIN_REQUEST");
        assertThat(kinds(this.anna)).containsExactly("ADDED");
    }

    @Test
    void anInvitedPersonJoinsAPrivateCommunity() throws Exception
    {
        InvitationDraft draft = person(this.anna);
        this.service.invite(this.fay, WIKI, draft);
        this.service.invite(this.fay, WIKI, draft);

        refusal(Kind.NOT_FOUND, () -> this.communities.get(this.anna, WIKI, this.secret));
        assertThat(kinds(this.anna)).containsExactly("INVITATION");
        assertThat(this.service.offers(this.anna, WIKI)).singleElement().satisfies(offer -> {
            assertThat(offer.title()).isEqualTo("Behind the door");
            assertThat(offer.note()).isEqualTo("Join us.");
            assertThat(offer.inviter().id()).isEqualTo(this.fay);
        });
        assertThat(this.service.offers(this.bert, WIKI)).isEmpty();
        refusal(Kind.NOT_FOUND, () -> this.service.accept(this.bert, WIKI, draft.id(), null));
        refusal(Kind.NOT_FOUND, () -> this.service.offer(this.bert, WIKI, draft.id(), null));
        refusal(Kind.SIGN_IN, () -> this.service.accept(UserId.GUEST, WIKI, draft.id(), null));

        assertThat(this.service.accept(this.anna, WIKI, draft.id(), null)).isEqualTo(this.secret);
        assertThat(this.service.accept(this.anna, WIKI, draft.id(), null)).isEqualTo(this.secret);
        assertThat(this.communities.get(this.anna, WIKI, this.secret).mine()).isEqualTo(Role.MEMBER);
        assertThat(invitation(draft.id()).state()).isEqualTo(InvitationState.ACCEPTED);
        assertThat(this.service.offers(this.anna, WIKI)).isEmpty();
        assertThat(kinds(this.anna)).isEmpty();
    }

    @Test
    void whoeverWasRemovedDoesNotComeBackWithTheSameInvitation() throws Exception
    {
        InvitationDraft draft = link(5);
        String link = this.service.invite(this.fay, WIKI, draft).orElseThrow();
        this.service.accept(this.anna, WIKI, draft.id(), link);
        this.communities.remove(this.fay, this.secret, this.anna);
        assertThat(refusal(Kind.CONFLICT, () -> this.service.accept(this.anna, WIKI, draft.id(), link)).getText()
            .key()).isEqualTo("cop.membership.error.invitation.accepted");
        refusal(Kind.NOT_FOUND, () -> this.communities.get(this.anna, WIKI, this.secret));
    }

    @Test
    void aDeclinedAWithdrawnAndAnExpiredInvitationAdmitNobody() throws Exception
    {
        InvitationDraft declined = person(this.anna);
        this.service.invite(this.fay, WIKI, declined);
        this.service.decline(this.anna, WIKI, declined.id());
        this.service.decline(this.anna, WIKI, declined.id());
        assertThat(invitation(declined.id()).state()).isEqualTo(InvitationState.DECLINED);
        assertThat(refusal(Kind.CONFLICT, () -> this.service.accept(this.anna, WIKI, declined.id(), null)).getText()
            .key()).isEqualTo("cop.membership.error.invitation.declined");

        InvitationDraft withdrawn = person(this.bert);
        this.service.invite(this.fay, WIKI, withdrawn);
        assertThat(kinds(this.bert)).containsExactly("INVITATION");
        refusal(Kind.NOT_FOUND, () -> this.service.withdrawInvitation(this.bert, WIKI, withdrawn.id()));
        this.service.withdrawInvitation(this.fay, WIKI, withdrawn.id());
        this.service.withdrawInvitation(this.fay, WIKI, withdrawn.id());
        assertThat(kinds(this.bert)).isEmpty();
        assertThat(refusal(Kind.CONFLICT, () -> this.service.accept(this.bert, WIKI, withdrawn.id(), null)).getText()
            .key()).isEqualTo("cop.membership.error.invitation.withdrawn");
        Offer told = this.service.offer(this.bert, WIKI, withdrawn.id(), null);
        assertThat(told.state()).isEqualTo(InvitationState.WITHDRAWN);
        assertThat(told.title()).as("the name of a private community").isNull();

        InvitationDraft expired = person(this.cleo);
        this.service.invite(this.fay, WIKI, expired);
        this.wiki.database().execute("update cop_invitation set expires_at = 1");
        assertThat(refusal(Kind.CONFLICT, () -> this.service.accept(this.cleo, WIKI, expired.id(), null)).getText()
            .key()).isEqualTo("cop.membership.error.invitation.expired");
        assertThat(this.service.offers(this.cleo, WIKI)).isEmpty();
        for (UserId person : List.of(this.anna, this.bert, this.cleo)) {
            assertThat(isMember(person, this.secret)).isFalse();
            assertThat(this.wiki.access().has(person, Right.VIEW,
                this.communities.get(this.fay, WIKI, this.secret).page())).isFalse();
        }
    }

    @Test
    void everybodyInAnInvitedGroupMayJoin() throws Exception
    {
        GroupId group = this.wiki.groups().create(WIKI, "Doctors");
        this.wiki.groups().add(group, this.anna);
        this.wiki.groups().add(group, this.bert);
        InvitationDraft draft = new InvitationDraft(UUID.randomUUID(), this.secret, InvitationKind.GROUP, null,
            "Doctors", "", 0, 0, null);
        this.service.invite(this.fay, WIKI, draft);

        assertThat(kinds(this.anna)).containsExactly("INVITATION");
        assertThat(kinds(this.cleo)).isEmpty();
        assertThat(this.service.offers(this.bert, WIKI)).hasSize(1);
        this.service.accept(this.anna, WIKI, draft.id(), null);
        this.service.decline(this.bert, WIKI, draft.id());
        refusal(Kind.NOT_FOUND, () -> this.service.accept(this.cleo, WIKI, draft.id(), null));
        assertThat(invitation(draft.id()).accepted()).isEqualTo(1);
        assertThat(invitation(draft.id()).declined()).isEqualTo(1);
        assertThat(this.service.offers(this.bert, WIKI)).isEmpty();
        assertThat(kinds(this.bert)).isEmpty();
    }

    @Test
    void refusesWrongInvitations() throws Exception
    {
        String hidden = "Community-" + this.onRequest + "-Members";
        for (String group : List.of("", "Nobody", hidden, "a b", "x".repeat(101))) {
            assertThat(refusal(Kind.INVALID, () -> this.service.invite(this.fay, WIKI, new InvitationDraft(
                UUID.randomUUID(), this.secret, InvitationKind.GROUP, null, group, "", 0, 0, null))).getFields())
                    .as(group).containsOnlyKeys("group");
        }
        assertThat(refusal(Kind.INVALID, () -> this.service.invite(this.fay, WIKI, person(this.fay))).getFields())
            .containsOnlyKeys("person");
        assertThat(refusal(Kind.INVALID, () -> this.service.invite(this.fay, WIKI,
            person(new UserId("xwiki:XWiki.Nobody")))).getFields()).containsOnlyKeys("person");
        assertThat(refusal(Kind.INVALID, () -> this.service.invite(this.fay, WIKI, new InvitationDraft(
            UUID.randomUUID(), this.secret, null, null, null, "x".repeat(501), 0, 0, null))).getFields())
                .containsOnlyKeys("kind", "note");
        assertThat(refusal(Kind.INVALID, () -> this.service.invite(this.fay, WIKI, new InvitationDraft(
            UUID.randomUUID(), this.secret, InvitationKind.LINK, null, null, "", 366, 1001, "short"))).getFields())
                .containsOnlyKeys("days", "uses", "secret");
        this.service.invite(this.fay, WIKI, person(this.anna));
        assertThat(refusal(Kind.INVALID, () -> this.service.invite(this.fay, WIKI, person(this.anna))).getFields())
            .containsOnlyKeys("person");
        refusal(Kind.NOT_FOUND, () -> this.service.invite(this.bert, WIKI, person(this.cleo)));
        this.communities.appoint(this.fay, this.secret, this.bert, Role.EXPERT);
        refusal(Kind.FORBIDDEN, () -> this.service.invite(this.bert, WIKI, person(this.cleo)));
        refusal(Kind.FORBIDDEN, () -> this.service.invitations(this.bert, WIKI, this.secret, null, 10));
    }

    @Test
    void aLinkIsForSoManyPeopleAndItsSecretIsStoredAsAHash() throws Exception
    {
        InvitationDraft draft = link(1);
        String secret = this.service.invite(this.fay, WIKI, draft).orElseThrow();
        assertThat(this.wiki.get(Ledger.class).about(WIKI, draft.id()).get(0).detail(MembershipActs.INVITED).toString())
            .doesNotContain(secret);
        assertThat(this.service.offer(this.anna, WIKI, draft.id(), secret).title()).isEqualTo("Behind the door");
        refusal(Kind.NOT_FOUND, () -> this.service.accept(this.anna, WIKI, draft.id(), null));
        refusal(Kind.NOT_FOUND, () -> this.service.accept(this.anna, WIKI, draft.id(), "x".repeat(43)));

        this.service.accept(this.anna, WIKI, draft.id(), secret);
        assertThat(invitation(draft.id()).state()).isEqualTo(InvitationState.USED_UP);
        assertThat(refusal(Kind.CONFLICT, () -> this.service.accept(this.bert, WIKI, draft.id(), secret)).getText()
            .key()).isEqualTo("cop.membership.error.invitation.used_up");
        assertThat(this.service.offer(this.bert, WIKI, draft.id(), secret).state()).isEqualTo(InvitationState.USED_UP);
    }

    @Test
    void guessingIsBounded() throws Exception
    {
        InvitationDraft draft = link(3);
        String secret = this.service.invite(this.fay, WIKI, draft).orElseThrow();
        for (int i = 0; i < MembershipService.GUESSES_MAXIMUM; i++) {
            String guess = String.valueOf(i);
            refusal(Kind.NOT_FOUND, () -> this.service.offer(this.anna, WIKI, draft.id(), guess));
        }
        assertThat(refusal(Kind.CONFLICT, () -> this.service.offer(this.anna, WIKI, draft.id(), secret)).getText()
            .key()).isEqualTo("cop.membership.error.guesses");
        this.service.accept(this.bert, WIKI, draft.id(), secret);
    }

    @Test
    void peopleWhoUseALinkAtTheSameTimeAreCountedOnceEach() throws Exception
    {
        InvitationDraft draft = link(3);
        String secret = this.service.invite(this.fay, WIKI, draft).orElseThrow();
        List<UserId> people = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            people.add(this.wiki.account("person" + i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            Collection<Callable<Boolean>> work = people.stream().map(person -> (Callable<Boolean>) () -> {
                try {
                    this.service.accept(person, WIKI, draft.id(), secret);
                    return true;
                } catch (CopException e) {
                    return false;
                }
            }).toList();
            int accepted = 0;
            for (Future<Boolean> one : threads.invokeAll(work)) {
                accepted += one.get() ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
        assertThat(invitation(draft.id()).accepted()).isEqualTo(3);
        assertThat(people.stream().filter(person -> isMember(person, this.secret))).hasSize(3);
        GroupId group = this.wiki.groups().named(WIKI, "Community-" + this.secret + "-Members");
        assertThat(this.wiki.groups().members(group)).as("the groups follow the ledger")
            .isEqualTo(this.wiki.groups().members(group).stream().filter(person -> isMember(person, this.secret))
                .collect(java.util.stream.Collectors.toSet()));
    }

    @Test
    void aRebuildGivesTheSame() throws Exception
    {
        InvitationDraft link = link(3);
        String secret = this.service.invite(this.fay, WIKI, link).orElseThrow();
        this.service.accept(this.anna, WIKI, link.id(), secret);
        UUID request = ask(this.bert, this.onRequest, "Please.");
        this.service.answer(this.fay, WIKI, request, false, "No.");
        Invitation before = invitation(link.id());
        List<JoinRequest> own = this.service.ownRequests(this.bert, WIKI);
        this.wiki.database().execute("update cop_invitation set accepted = 7, withdrawn = true");
        this.wiki.database().execute("update cop_join_request set state = 'OPEN', note = 'damaged'");
        this.wiki.database().execute("delete from cop_invitation_answer");
        this.wiki.get(Ledger.class).write(tx -> {
            this.wiki.get(Projection.class, "invitations").rebuild(tx.session(), WIKI, link.id().toString());
            this.wiki.get(Projection.class, "join-requests").rebuild(tx.session(), WIKI, request.toString());
        });
        assertThat(invitation(link.id())).isEqualTo(before);
        assertThat(this.service.ownRequests(this.bert, WIKI)).isEqualTo(own);
        this.communities.remove(this.fay, this.secret, this.anna);
        refusal(Kind.CONFLICT, () -> this.service.accept(this.anna, WIKI, link.id(), secret));
    }

    @Test
    void listsCostTheSameStatementsHoweverLongTheyAre() throws Exception
    {
        ask(this.anna, this.onRequest, "");
        this.service.invite(this.fay, WIKI, link(1));
        long few = statements();
        for (int i = 0; i < 15; i++) {
            ask(this.wiki.account("asker" + i), this.onRequest, "");
            this.service.invite(this.fay, WIKI, link(1));
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(12);
    }

    private long statements() throws CopException
    {
        this.wiki.database().startCounting();
        this.service.requests(this.fay, WIKI, this.onRequest, null, 20);
        this.service.invitations(this.fay, WIKI, this.secret, null, 20);
        return this.wiki.database().statements();
    }
}
