/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityRoles.OwnRoleDraft;
import org.copsuite.community.CommunityRoles.Term;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.OwnRole;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.notice.NoticeService;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The roles of a community's own, who held what, and communities that nobody facilitates. */
@OnEveryDatabase
class OwnRolesTest extends AbstractQuestionTest
{
    private CommunityRoles roles;

    private CommunityPermissions permissions;

    @BeforeEach
    void roles() throws Exception
    {
        this.roles = this.wiki.get(CommunityRoles.class);
        this.permissions = this.wiki.get(CommunityPermissions.class);
        this.communities.join(this.anna, this.community.id());
    }

    private OwnRoleDraft draft(String name, CommunityPermission... permissions)
    {
        Set<CommunityPermission> set = EnumSet.noneOf(CommunityPermission.class);
        set.addAll(List.of(permissions));
        return new OwnRoleDraft(UUID.randomUUID(), name, "Keeps the library.", set, 0);
    }

    private UUID define(String name, CommunityPermission... permissions) throws Exception
    {
        OwnRoleDraft draft = draft(name, permissions);
        this.roles.define(this.fay, WIKI, this.community.id(), draft);
        return draft.id();
    }

    private Set<CommunityPermission> permissions(UserId person)
    {
        return this.permissions.of(person, WIKI, this.community.id());
    }

    private List<OwnRole> own() throws Exception
    {
        return this.roles.own(this.bert, WIKI, this.community.id());
    }

    @Test
    void whoeverHoldsARoleHasItsPermissions() throws Exception
    {
        UUID librarian = define("Librarian", CommunityPermission.MODERATE, CommunityPermission.MANAGE_MEMBERS);
        UUID host = define("Host");
        this.roles.assign(this.fay, WIKI, this.community.id(), librarian, this.anna);
        this.roles.assign(this.fay, WIKI, this.community.id(), librarian, this.anna);
        this.roles.assign(this.fay, WIKI, this.community.id(), host, this.anna);

        assertThat(permissions(this.anna)).containsExactlyInAnyOrder(CommunityPermission.MODERATE,
            CommunityPermission.CURATE, CommunityPermission.MANAGE_MEMBERS);
        assertThat(this.wiki.access().has(this.anna, Right.MODERATE, this.community.page())).isTrue();
        assertThat(this.permissions.holders(WIKI, this.community.id(), CommunityPermission.MANAGE_MEMBERS, "", 10))
            .contains(this.anna, this.fay);
        assertThat(this.roles.holders(this.bert, WIKI, this.community.id(), "librarian", null, 10).items())
            .singleElement().satisfies(member -> {
                assertThat(member.person().id()).isEqualTo(this.anna);
                assertThat(member.role()).isEqualTo(Role.MEMBER);
                assertThat(member.own()).extracting(OwnRole::name).containsExactly("Librarian", "Host");
            });
        this.roles.unassign(this.fay, WIKI, this.community.id(), librarian, this.anna);
        this.roles.unassign(this.fay, WIKI, this.community.id(), librarian, this.anna);
        assertThat(permissions(this.anna)).isEmpty();
        assertThat(this.wiki.access().has(this.anna, Right.MODERATE, this.community.page())).isFalse();
    }

    @Test
    void aChangedRoleHasItsNewPermissionsAtOnceAndARemovedOneNone() throws Exception
    {
        UUID id = define("Librarian", CommunityPermission.MODERATE);
        this.roles.assign(this.fay, WIKI, this.community.id(), id, this.anna);
        OwnRole known = own().get(0);
        this.roles.define(this.fay, WIKI, this.community.id(), new OwnRoleDraft(id, "Archivist", "Files.",
            EnumSet.of(CommunityPermission.CURATE), known.version()));
        assertThat(permissions(this.anna)).containsExactly(CommunityPermission.CURATE);
        assertThat(this.wiki.access().has(this.anna, Right.MODERATE, this.community.page())).isFalse();
        assertThat(this.wiki.access().has(this.anna, Right.EDIT, this.community.page())).isTrue();
        assertThat(refusal(Kind.CONFLICT, () -> this.roles.define(this.fay, WIKI, this.community.id(),
            new OwnRoleDraft(id, "Keeper", "", Set.of(), known.version()))).getText().key())
                .isEqualTo("cop.community.error.roleChanged");

        this.roles.remove(this.fay, WIKI, this.community.id(), id);
        this.roles.remove(this.fay, WIKI, this.community.id(), id);
        assertThat(own()).isEmpty();
        assertThat(permissions(this.anna)).isEmpty();
        assertThat(this.wiki.access().has(this.anna, Right.EDIT, this.community.page())).isFalse();
        refusal(Kind.NOT_FOUND, () -> this.roles.assign(this.fay, WIKI, this.community.id(), id, this.anna));
    }

    @Test
    void refusesWrongRoles() throws Exception
    {
        OwnRoleDraft twice = draft("Librarian");
        this.roles.define(this.fay, WIKI, this.community.id(), twice);
        this.roles.define(this.fay, WIKI, this.community.id(), twice);
        assertThat(own()).hasSize(1);
        for (String name : List.of("", "x", "librarian", "Expert", "x".repeat(61))) {
            assertThat(refusal(Kind.INVALID, () -> this.roles.define(this.fay, WIKI, this.community.id(), draft(name)))
                .getFields()).as(name).containsOnlyKeys("name");
        }
        assertThat(refusal(Kind.INVALID, () -> this.roles.assign(this.fay, WIKI, this.community.id(), twice.id(),
            this.bert)).getFields()).containsOnlyKeys("member");
        refusal(Kind.NOT_FOUND, () -> this.roles.assign(this.fay, WIKI, this.community.id(), UUID.randomUUID(),
            this.anna));
        CommunityView other = found("Elsewhere", Visibility.PRIVATE);
        refusal(Kind.NOT_FOUND, () -> this.roles.assign(this.admin, WIKI, other.id(), twice.id(), this.admin));
        refusal(Kind.NOT_FOUND, () -> this.roles.own(this.anna, WIKI, other.id()));
        refusal(Kind.NOT_FOUND, () -> this.roles.history(this.anna, WIKI, other.id(), null, 10));
        refusal(Kind.INVALID, () -> this.roles.holders(this.anna, WIKI, this.community.id(), "nothing", null, 10));
        for (int i = 1; i < CommunityRoles.OWN_MAXIMUM; i++) {
            define("Role " + i);
        }
        refusal(Kind.CONFLICT, () -> define("One more"));
    }

    @Test
    void nobodyGivesPermissionsThatTheyLack() throws Exception
    {
        UUID moderating = define("Librarian", CommunityPermission.MODERATE);
        UUID plain = define("Host");
        this.communities.appoint(this.admin, this.community.id(), this.bert, Role.SPONSOR);
        refusal(Kind.FORBIDDEN, () -> this.roles.define(this.bert, WIKI, this.community.id(), draft("Own")));
        refusal(Kind.FORBIDDEN, () -> this.roles.assign(this.bert, WIKI, this.community.id(), moderating, this.anna));
        refusal(Kind.FORBIDDEN, () -> this.roles.assign(this.anna, WIKI, this.community.id(), plain, this.anna));
        this.roles.assign(this.bert, WIKI, this.community.id(), plain, this.anna);
        UUID managing = define("Manager", CommunityPermission.MANAGE_COMMUNITY);
        this.roles.assign(this.fay, WIKI, this.community.id(), managing, this.anna);
        refusal(Kind.FORBIDDEN, () -> this.roles.define(this.anna, WIKI, this.community.id(),
            draft("Stronger", CommunityPermission.MANAGE_MEMBERS)));
        refusal(Kind.FORBIDDEN, () -> this.roles.remove(this.anna, WIKI, this.community.id(), moderating));
    }

    @Test
    void tellsWhoHeldWhatSinceWhenAlsoAfterARebuild() throws Exception
    {
        UUID id = define("Librarian", CommunityPermission.CURATE);
        this.communities.appoint(this.fay, this.community.id(), this.anna, Role.EXPERT);
        this.roles.assign(this.fay, WIKI, this.community.id(), id, this.anna);
        this.communities.appoint(this.fay, this.community.id(), this.bert, Role.MODERATOR);
        this.communities.leave(this.bert, this.community.id());

        List<Term> terms = this.roles.history(this.carl, WIKI, this.community.id(), null, 50).items();
        assertThat(terms).extracting(term -> term.person().name() + ' ' + (term.own() == null ? term.role() : term.own())
            + (term.until() == null ? "" : " ended")).containsExactly("Bert MODERATOR ended", "Anna Librarian",
                "Anna EXPERT", "Anna MEMBER ended", "Fay FACILITATOR", "Admin FACILITATOR");
        assertThat(terms.get(1).by().id()).isEqualTo(this.fay);
        List<Member> members = this.communities.members(this.carl, this.community.id(), null, 50).items();
        List<OwnRole> own = own();
        this.wiki.database().execute("update cop_membership set granted = ',MODERATE,'");
        this.wiki.database().execute("update cop_own_role set name = 'damaged', version_number = 1");
        this.wiki.database().execute("delete from cop_role_term");
        CommunityProjection projection = this.wiki.get(CommunityProjection.class, CommunityProjection.HINT);
        this.ledger.update(tx -> projection.rebuild(tx.session(), WIKI, this.community.id().toString()));

        assertThat(this.roles.history(this.carl, WIKI, this.community.id(), null, 50).items()).isEqualTo(terms);
        assertThat(this.communities.members(this.carl, this.community.id(), null, 50).items()).isEqualTo(members);
        assertThat(own()).isEqualTo(own);
        assertThat(permissions(this.anna)).containsExactly(CommunityPermission.CURATE);
    }

    @Test
    void flagsACommunityWithoutAnActiveFacilitator() throws Exception
    {
        CommunityView view = found("Left alone", Visibility.PRIVATE);
        this.communities.appoint(this.admin, view.id(), this.carl, Role.FACILITATOR);
        this.communities.appoint(this.carl, view.id(), this.bert, Role.SPONSOR);
        this.communities.leave(this.admin, view.id());
        MaintenanceTask task = this.wiki.get(MaintenanceTask.class, "facilitators");
        LedgerConsumer notices = this.wiki.get(LedgerConsumer.class, "notices");
        notices.checkpoint();
        task.run();
        assertThat(this.communities.get(this.bert, WIKI, view.id()).unfacilitated()).isFalse();

        this.wiki.people().remove(this.carl);
        task.run();
        task.run();
        assertThat(this.communities.get(this.bert, WIKI, view.id()).unfacilitated()).isTrue();
        assertThat(this.wiki.get(CommunityAccess.class).unfacilitated(WIKI, 10)).extracting(one -> one.id())
            .containsExactly(view.id());
        assertThat(this.ledger.about(WIKI, view.id().value())).extracting(LedgerEntry::getActName)
            .filteredOn(CommunityActs.FACILITATOR_MISSING.name()::equals).hasSize(1);
        notices.consume(this.ledger.after(notices.checkpoint(), 500));
        assertThat(this.wiki.get(NoticeService.class).list(this.bert, WIKI, null, 10).items()).extracting(
            notice -> notice.type()).containsExactly("NO_FACILITATOR");
        assertThat(this.wiki.get(NoticeService.class).list(this.anna, WIKI, null, 10).items()).isEmpty();

        this.communities.appoint(this.bert, view.id(), this.bert, Role.FACILITATOR);
        assertThat(this.communities.get(this.bert, WIKI, view.id()).unfacilitated()).isFalse();
        task.run();
        assertThat(this.wiki.get(CommunityAccess.class).unfacilitated(WIKI, 10)).isEmpty();
    }
}
