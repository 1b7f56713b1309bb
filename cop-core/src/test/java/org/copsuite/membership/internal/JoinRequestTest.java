/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.util.List;
import java.util.UUID;

import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.membership.MembershipService.RequestDraft;
import org.copsuite.membership.MembershipService.RequestState;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEveryDatabase
class JoinRequestTest extends AbstractMembershipTest
{
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
        this.wiki.database().execute("update cop_join_request set requested_at = requested_at - 2678400000");

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
}
