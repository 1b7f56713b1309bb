/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.Slice;
import org.copsuite.community.CommunityActs;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Member;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.GroupId;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Protection;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class DefaultCommunityServiceTest extends AbstractQuestionTest
{
    @Test
    void aCommunityIsASpaceWithRightsAPageAndTwoGroups() throws Exception
    {
        UUID id = UUID.randomUUID();
        CommunityView view = this.communities.found(this.admin, found(id, "Data Science & Ä", Visibility.OPEN));

        assertThat(view.page().toString()).isEqualTo("xwiki:Communities.data-science-a.WebHome");
        Page page = this.wiki.pages().load(view.page()).orElseThrow();
        assertThat(page.title()).isEqualTo("Data Science & Ä");
        assertThat(page.object().orElseThrow().type()).isEqualTo("community");
        assertThat(view.domains()).containsExactly("machine-learning");
        assertThat(view.members()).isEqualTo(1);
        assertThat(view.mine()).isEqualTo(Role.FACILITATOR);
        assertThat(view.mayRun()).isTrue();
        assertThat(view.mayJoin()).isFalse();
        assertThat(this.ledger.about(WIKI, id)).extracting(LedgerEntry::getActName)
            .containsExactly(CommunityActs.FOUNDED.name(), CommunityActs.JOINED.name());
        assertThat(this.wiki.access().decidingSpace(view.page())).isEqualTo(view.space());
        assertThat(this.wiki.access().has(UserId.GUEST, Right.VIEW, view.page())).isTrue();
        assertThat(this.wiki.access().has(this.anna, Right.COMMENT, view.page())).isTrue();
        assertThat(this.wiki.access().has(this.anna, Right.EDIT, view.page())).isFalse();
    }

    @Test
    void sendingAFormTwiceFoundsOnce() throws Exception
    {
        CommunityDraft form = found(UUID.randomUUID(), "Data Science", Visibility.OPEN);
        CommunityView first = this.communities.found(this.admin, form);
        assertThat(this.communities.found(this.admin, form)).isEqualTo(first);
        CopException taken = refusal(Kind.CONFLICT,
            () -> this.communities.found(this.admin, found(UUID.randomUUID(), "data science!", Visibility.OPEN)));
        assertThat(taken.getText().key()).isEqualTo("cop.community.error.taken");
        refusal(Kind.FORBIDDEN, () -> this.communities.found(this.wiki.administrator("second"), form));
    }

    @Test
    void aFoundingThatEndedWithItsPageGoesOn() throws Exception
    {
        CommunityDraft form = found(UUID.randomUUID(), "Half founded", Visibility.OPEN);
        PageObject object = new PageObject("community", form.id().value(), Map.of("domains", "machine-learning",
            "access", "open"));
        PageId home = SpaceId.of(WIKI, "Communities", "half-founded").home();
        this.wiki.pages().create(home, form.title(), form.purpose(), object, this.admin);

        assertThat(refusal(Kind.CONFLICT, () -> this.communities.found(this.admin,
            found(UUID.randomUUID(), "Half founded", Visibility.OPEN))).getText().key())
                .isEqualTo("cop.community.error.taken");
        refusal(Kind.CONFLICT, () -> this.communities.found(this.wiki.administrator("second"), form));
        CommunityView view = this.communities.found(this.admin, form);

        assertThat(view.page()).isEqualTo(home);
        assertThat(view.mine()).isEqualTo(Role.FACILITATOR);
        assertThat(this.wiki.pages().history(home)).hasSize(1);
    }

    @Test
    void itGoesOnForWhoIsNoAdministratorToo() throws Exception
    {
        this.wiki.get(Settings.class).set(CommunitySettings.FOUND, SettingTarget.wiki(WIKI), true);
        CommunityDraft form = found(UUID.randomUUID(), "Half founded", Visibility.OPEN);
        SpaceId space = SpaceId.of(WIKI, "Communities", "half-founded");
        this.wiki.access().protect(space, new Protection(Right.VIEW, Right.COMMENT,
            this.wiki.groups().create(WIKI, "Members"), this.wiki.groups().create(WIKI, "Facilitators")));
        refusal(Kind.CONFLICT, () -> this.communities.found(this.anna, form));
        this.wiki.pages().create(space.home(), form.title(), form.purpose(), new PageObject("community",
            form.id().value(), Map.of("domains", "machine-learning", "access", "open")), this.anna);
        refusal(Kind.CONFLICT, () -> this.communities.found(this.bert, form));

        CommunityView view = this.communities.found(this.anna, form);

        assertThat(view.page()).isEqualTo(space.home());
        assertThat(view.mine()).isEqualTo(Role.FACILITATOR);
        assertThat(this.wiki.pages().history(space.home())).hasSize(1);
    }

    @Test
    void aFoundingThatEndedBeforeItsPageGoesOn() throws Exception
    {
        this.wiki.get(Settings.class).set(CommunitySettings.FOUND, SettingTarget.wiki(WIKI), true);
        CommunityDraft form = found(UUID.randomUUID(), "Half founded", Visibility.OPEN);
        Pages dying = mock(Pages.class, delegatesTo(this.wiki.pages()));
        doThrow(new IllegalStateException("killed")).when(dying).save(any());
        CommunityService killed = this.wiki.afterItWasKilled().with(Pages.class, dying).get(CommunityService.class);
        assertThatThrownBy(() -> killed.found(this.anna, form)).hasMessage("killed");

        assertThat(refusal(Kind.CONFLICT, () -> this.communities.found(this.bert,
            found(UUID.randomUUID(), "Half founded", Visibility.OPEN))).getText().key())
                .isEqualTo("cop.community.error.taken");
        CommunityDraft again = found(UUID.randomUUID(), "Half founded", Visibility.OPEN);
        CommunityView view = this.communities.found(this.anna, again);

        assertThat(view.id()).isEqualTo(again.id());
        assertThat(view.mine()).isEqualTo(Role.FACILITATOR);
        assertThat(this.wiki.access().has(this.bert, Right.MODERATE, view.page())).isFalse();
    }

    /** Otherwise whoever founds another one would be told that the name is taken. */
    @Test
    void theAddressOfAPrivateCommunityTakesNoNameFromOthers() throws Exception
    {
        this.wiki.get(Settings.class).set(CommunitySettings.FOUND, SettingTarget.wiki(WIKI), true);
        UUID id = UUID.randomUUID();
        CommunityView closed = this.communities.found(this.admin, found(id, "Merger plans", Visibility.PRIVATE));
        assertThat(closed.space().toString()).isEqualTo("xwiki:Communities.merger-plans-" + id.toString().substring(0, 8));

        CommunityView open = this.communities.found(this.anna, found(UUID.randomUUID(), "Merger plans", Visibility.OPEN));
        assertThat(open.space().toString()).isEqualTo("xwiki:Communities.merger-plans");
        CommunityView other = this.communities.found(this.bert, found(UUID.randomUUID(), "Merger plans",
            Visibility.PRIVATE));
        assertThat(other.space()).isNotIn(closed.space(), open.space());
    }

    @Test
    void ofTwoWhoFoundAtOnePlaceTheFirstRunsIt() throws Exception
    {
        this.wiki.get(Settings.class).set(CommunitySettings.FOUND, SettingTarget.wiki(WIKI), true);
        CommunityDraft first = found(UUID.randomUUID(), "One place", Visibility.OPEN);
        CommunityDraft second = found(UUID.randomUUID(), "One place", Visibility.OPEN);
        AtomicBoolean founded = new AtomicBoolean();
        Groups slow = mock(Groups.class, delegatesTo(this.wiki.groups()));
        doAnswer(call -> {
            if (founded.compareAndSet(false, true)) {
                this.communities.found(this.anna, first);
            }
            return this.wiki.groups().create(call.getArgument(0), call.getArgument(1));
        }).when(slow).create(any(), any());
        CommunityService other = this.wiki.afterItWasKilled().with(Groups.class, slow).get(CommunityService.class);

        refusal(Kind.CONFLICT, () -> other.found(this.bert, second));

        CommunityView view = this.communities.named(this.anna, WIKI, "One place").orElseThrow();
        assertThat(view.id()).isEqualTo(first.id());
        assertThat(view.mayRun()).isTrue();
        assertThat(this.wiki.access().has(UserId.GUEST, Right.VIEW, view.page())).isTrue();
        assertThat(this.wiki.access().has(this.bert, Right.MODERATE, view.page())).isFalse();
    }

    @Test
    void aRefusedChangeClosesNothing() throws Exception
    {
        CommunityDraft change = new CommunityDraft(null, WIKI, "Proofs", "For us alone.", List.of(), Visibility.PRIVATE);

        refusal(Kind.CONFLICT, () -> this.communities.change(this.fay, this.community.id(), change, "0.1"));

        assertThat(this.wiki.access().has(this.anna, Right.VIEW, this.community.page())).isTrue();
        assertThat(this.communities.get(this.anna, WIKI, this.community.id()).access()).isEqualTo(Visibility.OPEN);
    }

    @Test
    void whoMayFoundIsASetting() throws Exception
    {
        CommunityDraft form = found(UUID.randomUUID(), "Annas own", Visibility.OPEN);
        assertThat(this.communities.mayFound(this.anna, WIKI)).isFalse();
        refusal(Kind.SIGN_IN, () -> this.communities.found(UserId.GUEST, form));
        refusal(Kind.FORBIDDEN, () -> this.communities.found(this.anna, form));
        this.wiki.get(Settings.class).set(CommunitySettings.FOUND, SettingTarget.wiki(WIKI), true);
        assertThat(this.communities.mayFound(UserId.GUEST, WIKI)).isFalse();
        CommunityView view = this.communities.found(this.anna, form);
        assertThat(view.mayRun()).isTrue();
        assertThat(this.wiki.access().has(this.anna, Right.MODERATE, view.page())).isTrue();
    }

    @Test
    void whatIsWrongWithAFormIsSaid()
    {
        CopException refusal = refusal(Kind.INVALID, () -> this.communities.found(this.admin,
            new CommunityDraft(new CommunityId(UUID.randomUUID()), WIKI, "A", "x".repeat(10_001), List.of("%"), null)));
        assertThat(refusal.getFields().keySet()).containsExactly("title", "purpose", "domains", "access");
    }

    @Test
    void nothingOfAPrivateCommunityShows() throws Exception
    {
        CommunityView circle = this.communities.found(this.admin, found(UUID.randomUUID(), "Closed circle",
            Visibility.PRIVATE));
        for (UserId reader : List.of(UserId.GUEST, this.anna)) {
            refusal(Kind.NOT_FOUND, () -> this.communities.get(reader, WIKI, circle.id()));
            refusal(Kind.NOT_FOUND, () -> this.communities.members(reader, circle.id(), null, 10));
            assertThat(this.communities.named(reader, WIKI, "Closed circle")).isEmpty();
            assertThat(this.communities.around(reader, circle.page())).isEmpty();
            assertThat(this.communities.directory(reader, WIKI, "", null, 10).items())
                .extracting(CommunityView::title).containsExactly("Proofs");
        }
        refusal(Kind.NOT_FOUND, () -> this.communities.join(this.anna, circle.id()));
        assertThat(this.communities.holding(circle.page())).contains(circle.id());

        this.communities.appoint(this.admin, circle.id(), this.anna, Role.MEMBER);
        assertThat(this.communities.get(this.anna, WIKI, circle.id()).mine()).isEqualTo(Role.MEMBER);
        this.communities.join(this.anna, circle.id());
        this.communities.leave(this.anna, circle.id());
        refusal(Kind.NOT_FOUND, () -> this.communities.get(this.anna, WIKI, circle.id()));
    }

    @Test
    void membersJoinAndLeave() throws Exception
    {
        CommunityId id = this.community.id();
        assertThat(this.communities.get(this.anna, WIKI, id).mayJoin()).isTrue();
        this.communities.join(this.anna, id);
        this.communities.join(this.anna, id);
        CommunityView joined = this.communities.get(this.anna, WIKI, id);
        assertThat(joined.mine()).isEqualTo(Role.MEMBER);
        assertThat(joined.mayJoin()).isFalse();
        assertThat(joined.members()).isEqualTo(3);
        assertThat(this.communities.memberships(WIKI, this.anna)).isEqualTo(Map.of(id, Role.MEMBER));
        this.communities.leave(this.anna, id);
        this.communities.leave(this.anna, id);
        assertThat(this.communities.get(this.anna, WIKI, id).members()).isEqualTo(2);
        refusal(Kind.SIGN_IN, () -> this.communities.join(UserId.GUEST, id));
        refusal(Kind.NOT_FOUND, () -> this.communities.join(this.anna, new CommunityId(UUID.randomUUID())));
    }

    @Test
    void rolesAreGivenByWhoRunsTheCommunity() throws Exception
    {
        CommunityId id = this.community.id();
        refusal(Kind.FORBIDDEN, () -> this.communities.appoint(this.anna, id, this.anna, Role.FACILITATOR));
        refusal(Kind.FORBIDDEN, () -> this.communities.remove(this.anna, id, this.fay));
        refusal(Kind.INVALID, () -> this.communities.appoint(this.fay, id,
            new UserId("xwiki:XWiki.nobody"), Role.MEMBER));
        refusal(Kind.INVALID, () -> this.communities.appoint(this.fay, id, this.anna, null));
        this.communities.appoint(this.fay, id, this.anna, Role.FACILITATOR);
        assertThat(this.wiki.access().has(this.anna, Right.MODERATE, this.community.page())).isTrue();
        this.communities.appoint(this.fay, id, this.anna, Role.EXPERT);
        assertThat(this.wiki.access().has(this.anna, Right.MODERATE, this.community.page())).isFalse();
        this.communities.remove(this.fay, id, this.anna);
        assertThat(this.communities.memberships(WIKI, this.anna)).isEmpty();
    }

    /** Who is told of a row is decided as soon as it stands, and only who may view the community is told. */
    @Test
    void whoIsAppointedMayViewTheCommunityBeforeTheLedgerSaysSo() throws Exception
    {
        CommunityView circle = this.communities.found(this.admin, found(UUID.randomUUID(), "Closed circle",
            Visibility.PRIVATE));
        List<Boolean> seen = new ArrayList<>();
        Projection projection = mock();
        doAnswer(invocation -> seen.add(this.wiki.access().has(this.anna, Right.VIEW, circle.page())))
            .when(projection).apply(any(), any(), any());
        this.wiki.with(Projection.class, "admission", projection);

        this.communities.appoint(this.admin, circle.id(), this.anna, Role.EXPERT);

        assertThat(seen).containsExactly(true);
        assertThat(this.wiki.access().has(this.anna, Right.MODERATE, circle.page())).isFalse();
    }

    @Test
    void oneFacilitatorStays() throws Exception
    {
        CommunityId id = this.community.id();
        this.communities.leave(this.admin, id);
        CopException refusal = refusal(Kind.CONFLICT, () -> this.communities.leave(this.fay, id));
        assertThat(refusal.getText().key()).isEqualTo("cop.community.error.lastFacilitator");
        refusal(Kind.CONFLICT, () -> this.communities.appoint(this.fay, id, this.fay, Role.MEMBER));
        refusal(Kind.CONFLICT, () -> this.communities.remove(this.admin, id, this.fay));
    }

    @Test
    void oneFacilitatorStaysEvenIfAllLeaveAtOnce() throws Exception
    {
        CommunityId id = this.community.id();
        List<UserId> leaving = List.of(this.admin, this.fay, this.anna, this.bert);
        this.communities.appoint(this.fay, id, this.anna, Role.FACILITATOR);
        this.communities.appoint(this.fay, id, this.bert, Role.FACILITATOR);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (UserId who : leaving) {
            work.add(() -> {
                try {
                    this.communities.leave(who, id);
                    return true;
                } catch (CopException e) {
                    return false;
                }
            });
        }
        int left = 0;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                left += done.get(60, TimeUnit.SECONDS) ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(left).isEqualTo(3);
        assertThat(this.communities.members(this.anna, id, null, 10).items()).hasSize(1);
    }

    @Test
    void aCommunityIsChangedByWhoRunsIt() throws Exception
    {
        CommunityId id = this.community.id();
        CommunityDraft change = new CommunityDraft(null, WIKI, "Proofs and programs", "New purpose.", List.of("x"),
            Visibility.PRIVATE);
        refusal(Kind.FORBIDDEN, () -> this.communities.change(this.anna, id, change, this.community.version()));
        CommunityView changed = this.communities.change(this.fay, id, change, this.community.version());
        assertThat(changed.title()).isEqualTo("Proofs and programs");
        assertThat(changed.purpose()).isEqualTo("New purpose.");
        assertThat(changed.access()).isEqualTo(Visibility.PRIVATE);
        assertThat(changed.space()).isEqualTo(this.community.space());
        refusal(Kind.NOT_FOUND, () -> this.communities.get(this.anna, WIKI, id));
        CopException conflict = refusal(Kind.CONFLICT,
            () -> this.communities.change(this.fay, id, change, this.community.version()));
        assertThat(conflict.getCurrent().orElseThrow().content()).isEqualTo("New purpose.");
        CommunityView open = this.communities.change(this.fay, id,
            new CommunityDraft(null, WIKI, "Proofs", "New purpose.", List.of(), Visibility.OPEN), changed.version());
        assertThat(open.access()).isEqualTo(Visibility.OPEN);
        assertThat(this.communities.get(this.anna, WIKI, id).title()).isEqualTo("Proofs");
    }

    @Test
    void accessIsNotChangedByTheObjectOnThePage() throws Exception
    {
        CommunityView circle = this.communities.found(this.admin, found(UUID.randomUUID(), "Closed circle",
            Visibility.PRIVATE));
        Page page = this.wiki.pages().load(circle.page()).orElseThrow();
        this.wiki.pages().create(page.id(), page.title(), page.content(), new PageObject("community",
            circle.id().value(), Map.of("access", "open", "members", "99")), this.admin);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);
        assertThat(this.communities.get(this.admin, WIKI, circle.id()).access()).isEqualTo(Visibility.PRIVATE);
        assertThat(this.communities.get(this.admin, WIKI, circle.id()).members()).isEqualTo(1);
        refusal(Kind.NOT_FOUND, () -> this.communities.get(this.anna, WIKI, circle.id()));
    }

    @Test
    void whereTheLedgerWasLostTheGroupsStillKnowWhoWasLetIn() throws Exception
    {
        UUID id = UUID.randomUUID();
        GroupId members = this.wiki.groups().create(WIKI, "Community-" + id + "-Members");
        GroupId facilitators = this.wiki.groups().create(WIKI, "Community-" + id + "-Facilitators");
        this.wiki.groups().add(members, this.anna);
        this.wiki.groups().add(members, this.bert);
        this.wiki.groups().add(facilitators, this.bert);
        PageId home = SpaceId.of(WIKI, "Communities", "old-circle").home();
        this.wiki.pages().create(home, "Old circle", "", new PageObject("community", id, Map.of("access", "private")),
            this.admin);

        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);

        assertThat(this.wiki.groups().members(members)).containsExactlyInAnyOrder(this.anna, this.bert);
        assertThat(this.wiki.groups().members(facilitators)).containsExactly(this.bert);
        assertThat(this.communities.get(this.anna, WIKI, new CommunityId(id)).mine()).isEqualTo(Role.MEMBER);
        assertThat(this.communities.get(this.bert, WIKI, new CommunityId(id)).mine()).isEqualTo(Role.FACILITATOR);
        assertThat(this.communities.get(this.anna, WIKI, new CommunityId(id)).members()).isEqualTo(2);
    }

    @Test
    void aCommunityIsFoundByNameByIdAndAroundItsPages() throws Exception
    {
        for (String name : List.of("proofs", "PROOFS", " Proofs ", this.community.id().toString())) {
            assertThat(this.communities.named(this.anna, WIKI, name)).as(name).isPresent();
        }
        for (String name : List.of("", "proof", "%", "xwiki:Communities")) {
            assertThat(this.communities.named(this.anna, WIKI, name)).as(name).isEmpty();
        }
        SpaceId deep = this.community.space().child("Questions").child("one");
        assertThat(this.communities.around(this.anna, deep.page("Answer-1")).orElseThrow().id())
            .isEqualTo(this.community.id());
        assertThat(this.communities.holding(deep.home())).contains(this.community.id());
        assertThat(this.communities.around(this.anna, SpaceId.of(WIKI, "Main").home())).isEmpty();
    }

    @Test
    void theDirectoryPutsOnesOwnFirstAndThenTheMostActive() throws Exception
    {
        for (int i = 0; i < 4; i++) {
            CommunityView view = this.communities.found(this.admin, found(UUID.randomUUID(), "Number " + i,
                Visibility.OPEN));
            this.wiki.database()
                .execute("update cop_community set active = " + (i + 1) + " where id = '" + view.id() + "'");
        }
        CommunityId mine = this.communities.named(this.anna, WIKI, "Number 0").orElseThrow().id();
        this.communities.join(this.anna, mine);
        assertThat(directory(this.anna, "", 2))
            .containsExactly("Number 0", "Proofs", "Number 3", "Number 2", "Number 1");
        assertThat(directory(UserId.GUEST, "", 3))
            .containsExactly("Proofs", "Number 3", "Number 2", "Number 1", "Number 0");
        assertThat(directory(this.anna, "number 2", 2)).containsExactly("Number 2");
        assertThat(directory(this.anna, "LEARNING", 2)).hasSize(4);
        assertThat(directory(this.anna, "%", 2)).isEmpty();
        refusal(Kind.INVALID, () -> this.communities.directory(this.anna, WIKI, "", "nonsense", 2));
        refusal(Kind.INVALID, () -> this.communities.directory(this.anna, WIKI, "", null, 0));

        this.wiki.database().execute("update cop_community set active = 7");
        assertThat(directory(UserId.GUEST, "", 2)).as("the ledger decides where times are equal")
            .containsExactly("Number 3", "Number 2", "Number 1", "Number 0", "Proofs");
    }

    private List<String> directory(UserId reader, String text, int limit) throws Exception
    {
        List<String> titles = new ArrayList<>();
        String after = null;
        do {
            Slice<CommunityView> slice = this.communities.directory(reader, WIKI, text, after, limit);
            slice.items().forEach(c -> titles.add(c.title()));
            after = slice.next();
        } while (after != null);
        return titles;
    }

    @Test
    void membersAreListedFacilitatorsFirst() throws Exception
    {
        CommunityId id = this.community.id();
        this.communities.join(this.carl, id);
        this.communities.join(this.bert, id);
        this.communities.appoint(this.fay, id, this.anna, Role.EXPERT);
        this.wiki.database().execute("update cop_membership set since_at = 1");
        List<String> names = new ArrayList<>();
        String after = null;
        do {
            Slice<Member> slice = this.communities.members(this.anna, id, after, 2);
            slice.items().forEach(m -> names.add(m.person().name() + ' ' + m.role()));
            after = slice.next();
        } while (after != null);
        assertThat(names).containsExactly("Admin FACILITATOR", "Fay FACILITATOR", "Anna EXPERT", "Carl MEMBER",
            "Bert MEMBER");
    }

    private static CommunityDraft found(UUID id, String title, Visibility access)
    {
        return new CommunityDraft(new CommunityId(id), WIKI, title, "What we talk about.", List.of("Machine Learning"),
            access);
    }
}
