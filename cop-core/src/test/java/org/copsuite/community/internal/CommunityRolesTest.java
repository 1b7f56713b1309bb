/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

/** How people join, and what their roles permit. */
@OnEveryDatabase
class CommunityRolesTest extends AbstractQuestionTest
{
    @Test
    void onlyMembersTakePartWherePeopleJoinOnRequestOrByInvitation() throws Exception
    {
        for (Joining joining : List.of(Joining.REQUEST, Joining.INVITATION)) {
            CommunityDraft form = new CommunityDraft(new CommunityId(UUID.randomUUID()), WIKI, "By " + joining,
                "A purpose.", List.of(), Visibility.OPEN, joining);
            CommunityView view = this.communities.found(this.admin, form);

            assertThat(view.joining()).isEqualTo(joining);
            assertThat(this.wiki.access().has(UserId.GUEST, Right.VIEW, view.page())).isTrue();
            assertThat(this.wiki.access().has(this.anna, Right.COMMENT, view.page())).isFalse();
            assertThat(this.communities.get(this.anna, WIKI, view.id()).mayJoin()).isFalse();
            assertThat(refusal(Kind.FORBIDDEN, () -> this.communities.join(this.anna, view.id())).getText().key())
                .isEqualTo("cop.community.error.joining." + joining.name().toLowerCase(java.util.Locale.ROOT));
            this.communities.appoint(this.admin, view.id(), this.anna, Role.MEMBER);
            assertThat(this.wiki.access().has(this.anna, Right.COMMENT, view.page())).isTrue();
            this.communities.leave(this.anna, view.id());
            assertThat(this.wiki.access().has(this.anna, Right.COMMENT, view.page())).isFalse();
        }
    }

    @Test
    void aFacilitatorChangesHowPeopleJoin() throws Exception
    {
        CommunityView open = this.communities.found(this.admin, found(UUID.randomUUID(), "Doors", Visibility.OPEN));
        assertThat(open.joining()).isEqualTo(Joining.OPEN);
        CommunityView onRequest = change(open, Visibility.OPEN, Joining.REQUEST);
        assertThat(onRequest.joining()).isEqualTo(Joining.REQUEST);
        assertThat(this.wiki.access().has(this.anna, Right.COMMENT, open.page())).isFalse();
        // A client of an earlier version does not send it.
        assertThat(change(onRequest, Visibility.OPEN, null).joining()).isEqualTo(Joining.REQUEST);
        CommunityView closed = change(this.communities.get(this.admin, WIKI, open.id()), Visibility.PRIVATE,
            Joining.OPEN);
        assertThat(closed.joining()).isEqualTo(Joining.INVITATION);
        CommunityView again = change(closed, Visibility.OPEN, Joining.OPEN);
        assertThat(this.wiki.access().has(this.anna, Right.COMMENT, open.page())).isTrue();
        CommunityView rebuilt = rebuild(again.id());
        assertThat(rebuilt).isEqualTo(again);
        refusal(Kind.FORBIDDEN, () -> this.communities.change(this.anna, open.id(), new CommunityDraft(null, WIKI,
            "Doors", "Text.", List.of(), Visibility.OPEN, Joining.INVITATION), again.version()));
    }

    @Test
    void aCommunityOfAnEarlierVersionIsJoinedAsItsVisibilitySays() throws Exception
    {
        CommunityView open = this.communities.found(this.admin, found(UUID.randomUUID(), "Old", Visibility.OPEN));
        CommunityView closed = change(open, Visibility.PRIVATE, null);
        assertThat(closed.joining()).isEqualTo(Joining.INVITATION);
        assertThat(change(closed, Visibility.OPEN, null).joining()).isEqualTo(Joining.OPEN);
        assertThat(this.ledger.about(WIKI, open.id().value())).extracting(LedgerEntry::getActName)
            .doesNotContain(CommunityActs.JOINING_CHANGED.name());
    }

    @Test
    void eachRoleHasItsPermissionsAndRights() throws Exception
    {
        CommunityPermissions permissions = this.wiki.get(CommunityPermissions.class);
        for (Role role : Role.values()) {
            this.communities.appoint(this.admin, this.community.id(), this.anna, role);

            assertThat(permissions.of(this.anna, WIKI, this.community.id())).as(role.name())
                .isEqualTo(role.permissions());
            assertThat(permissions.moderates(this.anna, this.community.page())).as(role.name())
                .isEqualTo(role.permissions().contains(CommunityPermission.MODERATE));
            assertThat(permissions.curates(this.anna, this.community.page())).as(role.name())
                .isEqualTo(role.permissions().contains(CommunityPermission.CURATE));
            assertThat(this.communities.get(this.anna, WIKI, this.community.id()).mine()).isEqualTo(role);
        }
        assertThat(permissions.of(this.bert, WIKI, this.community.id())).isEmpty();
        assertThat(permissions.of(UserId.GUEST, WIKI, this.community.id())).isEmpty();
        assertThat(permissions.of(this.admin, WIKI, this.community.id())).hasSize(CommunityPermission.values().length);
    }

    @Test
    void whoeverLeavesLosesTheRightsOfTheRole() throws Exception
    {
        CommunityView secret = found("Inner circle", Visibility.PRIVATE);
        for (Role role : List.of(Role.MODERATOR, Role.CURATOR, Role.SPONSOR)) {
            this.communities.appoint(this.admin, secret.id(), this.anna, role);
            assertThat(this.wiki.access().has(this.anna, Right.VIEW, secret.page())).isTrue();
            this.communities.leave(this.anna, secret.id());
            for (Right right : Right.values()) {
                assertThat(this.wiki.access().has(this.anna, right, secret.page())).as(role + " " + right).isFalse();
            }
        }
    }

    @Test
    void nobodyGivesOrTakesPermissionsThatTheyLack() throws Exception
    {
        CommunityId id = this.community.id();
        this.communities.appoint(this.admin, id, this.anna, Role.SPONSOR);
        this.communities.appoint(this.anna, id, this.bert, Role.EXPERT);
        for (Role role : List.of(Role.MODERATOR, Role.CURATOR)) {
            assertThat(refusal(Kind.FORBIDDEN, () -> this.communities.appoint(this.anna, id, this.bert, role))
                .getText().key()).isEqualTo("cop.community.error.beyond");
        }
        refusal(Kind.FORBIDDEN, () -> this.communities.remove(this.anna, id, this.fay));
        refusal(Kind.FORBIDDEN, () -> this.communities.appoint(this.anna, id, this.fay, Role.MEMBER));
        this.communities.appoint(this.anna, id, this.bert, Role.FACILITATOR);
        refusal(Kind.FORBIDDEN, () -> this.communities.remove(this.anna, id, this.bert));
        this.communities.appoint(this.admin, id, this.carl, Role.MODERATOR);
        refusal(Kind.FORBIDDEN, () -> this.communities.appoint(this.carl, id, this.wiki.account("dora"), Role.MEMBER));
    }

    @Test
    void joiningAndLeavingCostTheSameHoweverManyMembersThereAre() throws Exception
    {
        long few = joinAndLeave(this.anna);
        for (int i = 0; i < 40; i++) {
            this.communities.join(this.wiki.account("member" + i), this.community.id());
        }
        assertThat(joinAndLeave(this.bert)).isEqualTo(few);
    }

    private long joinAndLeave(UserId person) throws Exception
    {
        this.wiki.database().startCounting();
        this.communities.join(person, this.community.id());
        this.communities.leave(person, this.community.id());
        return this.wiki.database().statements();
    }

    private CommunityView rebuild(CommunityId community) throws Exception
    {
        Projection projection = this.wiki.get(CommunityProjection.class, CommunityProjection.HINT);
        this.ledger.update(tx -> projection.rebuild(tx.session(), WIKI, community.toString()));
        return this.communities.get(this.admin, WIKI, community);
    }

    private CommunityView change(CommunityView view, Visibility access, Joining joining) throws Exception
    {
        return this.communities.change(this.admin, view.id(), new CommunityDraft(null, WIKI, view.title(),
            view.purpose(), view.domains(), access, joining), view.version());
    }

    private static CommunityDraft found(UUID id, String title, Visibility access)
    {
        return new CommunityDraft(new CommunityId(id), WIKI, title, "What we talk about.", List.of("Machine Learning"),
            access);
    }

    @Test
    void whoJoinsWhileSomebodyElseDoesIsInTheGroup() throws Exception
    {
        CommunityId id = this.community.id();
        GroupId group = this.wiki.groups().create(WIKI, "Community-" + id + "-Members");

        afterSheIsMember(group, () -> this.communities.join(this.bert, id)).join(this.anna, id);

        assertThat(this.wiki.groups().members(group)).contains(this.anna, this.bert);
    }

    @Test
    void whoIsRemovedWhileSheJoinsIsNotInTheGroup() throws Exception
    {
        CommunityId id = this.community.id();
        GroupId group = this.wiki.groups().create(WIKI, "Community-" + id + "-Members");

        afterSheIsMember(group, () -> this.communities.remove(this.admin, id, this.anna)).join(this.anna, id);

        assertThat(this.wiki.groups().members(group)).doesNotContain(this.anna);
    }

    /** Returns a service that does something else once, just before it adds the new member Anna to the group. */
    private CommunityService afterSheIsMember(GroupId group, ThrowingCallable work) throws Exception
    {
        AtomicBoolean done = new AtomicBoolean();
        Groups slow = mock(Groups.class, delegatesTo(this.wiki.groups()));
        doAnswer(call -> {
            if (!this.communities.memberships(WIKI, this.anna).isEmpty() && done.compareAndSet(false, true)) {
                try {
                    work.call();
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            }
            this.wiki.groups().add(group, this.anna);
            return null;
        }).when(slow).add(group, this.anna);
        return this.wiki.afterItWasKilled().with(Groups.class, slow).get(CommunityService.class);
    }
}
