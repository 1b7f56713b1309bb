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

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Projection;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipActs;
import org.copsuite.membership.MembershipService;
import org.copsuite.membership.MembershipService.Invitation;
import org.copsuite.membership.MembershipService.InvitationDraft;
import org.copsuite.membership.MembershipService.InvitationState;
import org.copsuite.membership.MembershipService.JoinRequest;
import org.copsuite.membership.MembershipService.Offer;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEveryDatabase
class InvitationTest extends AbstractMembershipTest
{
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
    void aPersonIsInvitedThreeTimesAMonthAndACommunityHasSoManyOpenInvitations() throws Exception
    {
        for (int i = 0; i < MembershipService.REPEATS_MAXIMUM; i++) {
            InvitationDraft again = person(this.anna);
            this.service.invite(this.fay, WIKI, again);
            this.service.decline(this.anna, WIKI, again.id());
        }
        assertThat(refusal(Kind.INVALID, () -> this.service.invite(this.fay, WIKI, person(this.anna))).getFields())
            .containsOnlyKeys("person");
        for (int i = 0; i < MembershipService.INVITATIONS_MAXIMUM; i++) {
            this.service.invite(this.fay, WIKI, link(1));
        }
        assertThat(refusal(Kind.CONFLICT, () -> this.service.invite(this.fay, WIKI, link(1))).getText().key())
            .isEqualTo("cop.membership.error.invitations");
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
