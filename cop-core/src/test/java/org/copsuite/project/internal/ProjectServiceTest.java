/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.Projection;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.notice.NoticeService;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.project.ProjectActs;
import org.copsuite.project.ProjectHit;
import org.copsuite.project.ProjectService;
import org.copsuite.project.ProjectService.Draft;
import org.copsuite.project.ProjectService.Owner;
import org.copsuite.project.ProjectService.Project;
import org.copsuite.spi.SearchDocument;
import org.copsuite.spi.SearchHit;
import org.copsuite.spi.SearchSource;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnEveryDatabase
class ProjectServiceTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private final TestWiki wiki = new TestWiki();

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId anna = this.wiki.account("anna");

    private final UserId bert = this.wiki.account("bert");

    private final UserId cleo = this.wiki.account("cleo");

    private final UserId dora = this.wiki.account("dora");

    private final ProjectService service = this.wiki.get(ProjectService.class);

    private CommunityId wards;

    private CommunityId pharmacy;

    private CommunityId vault;

    /** Anna facilitates the wards, Bert the pharmacy, both the private vault; Cleo is a member of all; Dora of none. */
    @BeforeEach
    void found() throws Exception
    {
        this.wards = community("Wards", Visibility.OPEN, this.anna);
        this.pharmacy = community("Pharmacy", Visibility.OPEN, this.bert);
        this.vault = community("Vault", Visibility.PRIVATE, this.anna, this.bert);
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private CommunityId community(String title, Visibility visibility, UserId... facilitators) throws CopException
    {
        CommunityService communities = this.wiki.get(CommunityService.class);
        CommunityId id = new CommunityId(UUID.randomUUID());
        communities.found(this.boss, new CommunityDraft(id, WIKI, title, "What it is for.", List.of(), visibility));
        for (UserId facilitator : facilitators) {
            communities.appoint(this.boss, id, facilitator, Role.FACILITATOR);
        }
        communities.appoint(this.boss, id, this.cleo, Role.MEMBER);
        return id;
    }

    private Draft draft(CommunityId community, String title)
    {
        return new Draft(UUID.randomUUID(), WIKI, community, title, "From door to door.", List.of(this.cleo));
    }

    private UUID start(CommunityId community, String title) throws CopException
    {
        Draft draft = draft(community, title);
        this.service.start(this.anna, draft);
        return draft.id();
    }

    private Project get(UserId reader, UUID id) throws CopException
    {
        return this.service.get(reader, WIKI, id);
    }

    private List<String> titles(UserId reader, CommunityId community) throws CopException
    {
        return this.service.list(reader, WIKI, community, null, 50).items().stream().map(Project::title).toList();
    }

    private static void assertRefused(Kind kind, ThrowingCallable call)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getKind()).isEqualTo(kind));
    }

    @Test
    void aFacilitatorStartsAProjectThatItsPeopleEdit() throws Exception
    {
        Draft draft = draft(this.wards, "One medication list");
        PageId page = this.service.start(this.anna, draft);
        assertThat(this.service.start(this.anna, draft)).as("a second click").isEqualTo(page);
        assertThat(get(UserId.GUEST, draft.id()).people()).extracting(person -> person.id()).containsExactly(this.cleo);
        assertThat(this.service.at(UserId.GUEST, page)).contains(draft.id());
        assertThat(get(this.cleo, draft.id()).mayEdit()).isTrue();
        assertThat(get(this.cleo, draft.id()).mayDelete()).isFalse();
        assertThat(get(this.dora, draft.id()).mayEdit()).isFalse();

        String version = get(this.cleo, draft.id()).version();
        Draft edited = new Draft(draft.id(), WIKI, null, "One list", "", List.of(this.cleo, this.bert));
        this.service.edit(this.cleo, edited, version);
        assertThat(get(this.dora, draft.id()).title()).isEqualTo("One list");
        assertThatThrownBy(() -> this.service.edit(this.anna, draft, version)).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getCurrent()).isPresent());
        assertRefused(Kind.FORBIDDEN, () -> this.service.edit(this.dora, draft, version));
    }

    @Test
    void refusesWhoMayNotAndEachWrongField() throws Exception
    {
        assertRefused(Kind.SIGN_IN, () -> this.service.start(UserId.GUEST, draft(this.wards, "Not mine")));
        assertRefused(Kind.FORBIDDEN, () -> this.service.start(this.cleo, draft(this.wards, "Not mine")));
        assertRefused(Kind.NOT_FOUND, () -> this.service.start(this.dora, draft(this.vault, "Not mine")));
        List<UserId> many = IntStream.range(0, 31).mapToObj(i -> this.wiki.account("person" + i)).toList();
        Draft wrong = new Draft(UUID.randomUUID(), WIKI, this.wards, " ", "y".repeat(20_001), many);
        assertThatThrownBy(() -> this.service.start(this.anna, wrong)).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getFields()).containsOnlyKeys("title", "body", "people"));
        Draft hidden = new Draft(UUID.randomUUID(), WIKI, this.vault, "Hidden", "", List.of(this.dora));
        assertThatThrownBy(() -> this.service.start(this.anna, hidden)).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getFields()).containsOnlyKeys("people"));
    }

    @Test
    void anotherCommunityOwnsItOnceItsFacilitatorHasAccepted() throws Exception
    {
        UUID id = start(this.wards, "One medication list");
        this.service.ask(this.anna, WIKI, id, this.pharmacy);
        this.service.ask(this.anna, WIKI, id, this.pharmacy);
        assertThat(titles(this.dora, this.pharmacy)).isEmpty();
        assertThat(get(this.dora, id).owners()).extracting(owner -> owner.community().title()).containsExactly("Wards");
        assertThat(get(this.bert, id).owners()).extracting(Owner::isAsked).containsExactly(false, true);
        assertThat(get(this.bert, id).owners().get(1).mayAnswer()).isTrue();
        assertThat(get(this.anna, id).owners().get(1).mayAnswer()).isFalse();
        assertThat(get(this.bert, id).mayEdit()).isFalse();
        for (UserId other : List.of(this.anna, this.cleo, this.dora)) {
            assertRefused(Kind.FORBIDDEN, () -> this.service.answer(other, WIKI, id, this.pharmacy, true));
        }
        this.service.answer(this.bert, WIKI, id, this.pharmacy, true);
        this.service.answer(this.bert, WIKI, id, this.pharmacy, true);

        assertThat(titles(this.dora, this.pharmacy)).containsExactly("One medication list");
        assertThat(titles(this.dora, this.wards)).containsExactly("One medication list");
        assertThat(titles(this.dora, null)).containsExactly("One medication list");
        assertThat(get(this.dora, id).owners()).extracting(owner -> owner.community().title())
            .containsExactly("Wards", "Pharmacy");
        assertThat(get(this.bert, id).mayEdit()).isTrue();
        assertThat(get(this.bert, id).mayDelete()).isFalse();
        assertThat(this.wiki.get(Ledger.class).about(WIKI, id)).filteredOn(entry -> entry.is(ProjectActs.ACCEPTED))
            .hasSize(1);

        assertRefused(Kind.FORBIDDEN, () -> this.service.leave(this.dora, WIKI, id, this.pharmacy));
        this.service.leave(this.bert, WIKI, id, this.pharmacy);
        this.service.leave(this.anna, WIKI, id, this.pharmacy);
        assertThat(titles(this.dora, this.pharmacy)).isEmpty();
        assertThat(get(this.bert, id).mayEdit()).isFalse();
    }

    @Test
    void aCommunityDeclinesAndIsAskedAgain() throws Exception
    {
        UUID id = start(this.wards, "One medication list");
        this.service.ask(this.anna, WIKI, id, this.pharmacy);
        this.service.answer(this.bert, WIKI, id, this.pharmacy, false);
        this.service.answer(this.bert, WIKI, id, this.pharmacy, false);
        assertRefused(Kind.CONFLICT, () -> this.service.answer(this.bert, WIKI, id, this.pharmacy, true));
        this.service.ask(this.anna, WIKI, id, this.pharmacy);
        this.service.leave(this.anna, WIKI, id, this.pharmacy);
        assertRefused(Kind.CONFLICT, () -> this.service.answer(this.bert, WIKI, id, this.pharmacy, true));
        assertRefused(Kind.INVALID, () -> this.service.ask(this.anna, WIKI, id, new CommunityId(UUID.randomUUID())));
        assertRefused(Kind.FORBIDDEN, () -> this.service.ask(this.dora, WIKI, id, this.pharmacy));
    }

    @Test
    void aProjectHasTenOwnersAtMost() throws Exception
    {
        UUID id = start(this.wards, "One medication list");
        for (int i = 0; i < 9; i++) {
            this.service.ask(this.anna, WIKI, id, community("Community " + i, Visibility.OPEN, this.bert));
        }
        CommunityId eleventh = community("One more", Visibility.OPEN, this.bert);
        assertRefused(Kind.INVALID, () -> this.service.ask(this.anna, WIKI, id, eleventh));
    }

    @Test
    void nothingPrivateIsTold() throws Exception
    {
        UUID shared = start(this.wards, "One medication list");
        this.service.ask(this.anna, WIKI, shared, this.vault);
        assertThat(titles(this.cleo, this.vault)).as("Anna plans in both").containsExactly("One medication list");
        assertThat(get(this.dora, shared).owners()).extracting(owner -> owner.community().title())
            .containsExactly("Wards");
        assertThat(titles(this.dora, this.vault)).isEmpty();
        assertThat(this.service.latest(this.cleo, WIKI, this.vault, 3)).extracting(Project::title)
            .containsExactly("One medication list");

        UUID hidden = start(this.vault, "Behind the door");
        this.service.ask(this.anna, WIKI, hidden, this.pharmacy);
        this.service.answer(this.bert, WIKI, hidden, this.pharmacy, true);
        for (UserId stranger : List.of(this.dora, UserId.GUEST)) {
            assertRefused(Kind.NOT_FOUND, () -> get(stranger, hidden));
            assertThat(titles(stranger, this.pharmacy)).isEmpty();
            assertThat(titles(stranger, null)).containsExactly("One medication list");
            assertThat(this.service.find(stranger, WIKI, List.of(hidden))).isEmpty();
        }
        assertThat(titles(this.cleo, this.pharmacy)).containsExactly("Behind the door");
        assertRefused(Kind.NOT_FOUND, () -> this.service.ask(this.dora, WIKI, hidden, this.wards));
        assertRefused(Kind.INVALID, () -> this.service.ask(this.cleo, WIKI, hidden, new CommunityId(UUID.randomUUID())));
    }

    @Test
    void itsMilestonesBelongToTheProject() throws Exception
    {
        UUID id = start(this.wards, "One medication list");
        this.service.ask(this.anna, WIKI, id, this.pharmacy);
        this.service.answer(this.bert, WIKI, id, this.pharmacy, true);
        MilestoneService milestones = this.wiki.get(MilestoneService.class);
        UUID milestone = UUID.randomUUID();
        milestones.set(this.bert, new MilestoneService.Draft(milestone, WIKI, null, id, "The list is printed", "",
            "2027-03-31", this.cleo, List.of(), "", "", ""));

        assertThat(milestones.list(this.dora, new Query(WIKI, null, id, Set.of(), null, 9)).items())
            .extracting(Milestone::title).containsExactly("The list is printed");
        assertThat(milestones.list(this.dora, new Query(WIKI, this.wards, null, Set.of(), null, 9)).items()).isEmpty();
        assertThat(milestones.get(this.bert, WIKI, milestone).may().delete()).isTrue();
        assertThat(milestones.mayManage(this.cleo, WIKI, null, id)).isTrue();
        assertThat(milestones.mayManage(this.dora, WIKI, null, id)).isFalse();
        assertRefused(Kind.CONFLICT, () -> this.service.delete(this.anna, WIKI, id));
        milestones.delete(this.bert, WIKI, milestone);
        assertRefused(Kind.FORBIDDEN, () -> this.service.delete(this.bert, WIKI, id));
        this.service.delete(this.anna, WIKI, id);
        assertRefused(Kind.NOT_FOUND, () -> get(this.anna, id));
        assertThat(titles(this.dora, this.pharmacy)).isEmpty();
    }

    @Test
    void endedProjectsStandBehindTheOthersAndListsContinue() throws Exception
    {
        UUID first = start(this.wards, "First");
        start(this.wards, "Second");
        UUID third = start(this.wards, "Third");
        this.service.end(this.anna, WIKI, third, true);
        this.service.end(this.anna, WIKI, third, true);
        assertThat(get(this.dora, third).ended()).isTrue();
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Slice<Project> slice = this.service.list(this.dora, WIKI, this.wards, after, 2);
            slice.items().forEach(one -> seen.add(one.title()));
            after = slice.next();
        } while (after != null);
        assertThat(seen).containsExactly("Second", "First", "Third");
        this.service.end(this.anna, WIKI, third, false);
        assertThat(titles(this.dora, this.wards)).containsExactly("Third", "Second", "First");
        assertRefused(Kind.FORBIDDEN, () -> this.service.end(this.dora, WIKI, first, true));
    }

    @Test
    void notifiesThoseWhomItConcerns() throws Exception
    {
        LedgerConsumer consumer = this.wiki.get(LedgerConsumer.class, "notices");
        consumer.checkpoint();
        UUID id = start(this.wards, "One medication list");
        this.service.ask(this.anna, WIKI, id, this.pharmacy);
        consumer.consume(this.wiki.get(Ledger.class).after(consumer.checkpoint(), 500));
        assertThat(notices(this.cleo)).containsExactly("PROJECT_ASSIGNED");
        assertThat(notices(this.bert)).containsExactly("PROJECT_ASKED");
        this.service.answer(this.bert, WIKI, id, this.pharmacy, true);
        consumer.consume(this.wiki.get(Ledger.class).after(consumer.checkpoint(), 500));
        assertThat(notices(this.anna)).containsExactly("PROJECT_ACCEPTED");
        assertThat(notices(this.dora)).isEmpty();
    }

    private List<String> notices(UserId person) throws CopException
    {
        return this.wiki.get(NoticeService.class).list(person, WIKI, null, 10).items().stream()
            .map(notice -> notice.type()).toList();
    }

    @Test
    void aRebuildGivesTheSameRows() throws Exception
    {
        UUID shared = start(this.wards, "One medication list");
        this.service.ask(this.anna, WIKI, shared, this.pharmacy);
        this.service.answer(this.bert, WIKI, shared, this.pharmacy, true);
        UUID left = start(this.wards, "Left");
        this.service.ask(this.anna, WIKI, left, this.pharmacy);
        this.service.answer(this.bert, WIKI, left, this.pharmacy, true);
        this.service.leave(this.bert, WIKI, left, this.pharmacy);
        this.service.ask(this.anna, WIKI, left, this.pharmacy);
        this.service.end(this.anna, WIKI, left, true);
        List<Project> before = List.of(get(this.anna, shared), get(this.anna, left));
        this.wiki.database().execute("delete from cop_project_owner");
        this.wiki.database().execute("update cop_project set ended_by = null, list_order = 3");
        Projection projection = this.wiki.get(Projection.class, "projects");
        this.wiki.get(Ledger.class).write(tx -> List.of(shared, left)
            .forEach(id -> projection.rebuild(tx.session(), WIKI, id.toString())));
        assertThat(List.of(get(this.anna, shared), get(this.anna, left))).isEqualTo(before);
        assertThat(titles(this.dora, null)).containsExactly("One medication list", "Left");
    }

    /** A process that ends between the save of the page and the ledger leaves a page. */
    @Test
    void aPageIsFoundAfterwardsIfItsAuthorMayStartProjects() throws Exception
    {
        UUID mine = page(this.anna, "Mine");
        UUID forged = page(this.cleo, "Forged");
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);
        assertThat(get(this.dora, mine).people()).extracting(person -> person.id()).containsExactly(this.cleo);
        assertRefused(Kind.NOT_FOUND, () -> get(this.anna, forged));
    }

    private UUID page(UserId author, String title) throws Exception
    {
        UUID id = UUID.randomUUID();
        PageId home = this.wiki.get(CommunityService.class).get(this.anna, WIKI, this.wards).page();
        this.wiki.pages().save(new PageDraft(home.space().child("Projects").child(title).home(), title, "", author, null,
            new PageObject("project", id, Map.of("people", this.cleo.value() + "\n" + "x".repeat(300))), false, "", false,
            null));
        return id;
    }

    @Test
    void aListCostsTheSameStatementsHoweverLongItIs() throws Exception
    {
        UUID first = start(this.wards, "The first one");
        this.service.ask(this.anna, WIKI, first, this.pharmacy);
        long few = statements();
        for (int i = 0; i < 12; i++) {
            this.service.ask(this.anna, WIKI, start(this.wards, "Project " + i), this.pharmacy);
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(7);
    }

    private long statements() throws CopException
    {
        this.wiki.database().startCounting();
        titles(this.bert, this.wards);
        return this.wiki.database().statements();
    }

    @Test
    void theSearchFindsWhatTheReaderMayView() throws Exception
    {
        UUID shown = start(this.wards, "One medication list");
        UUID hidden = start(this.vault, "Behind the door");
        SearchSource source = this.wiki.get(SearchSource.class, ProjectHit.TYPE);
        assertThat(source.documents(WIKI, List.of(shown, hidden))).extracting(SearchDocument::title)
            .containsExactlyInAnyOrder("One medication list", "Behind the door");
        assertThat(source.documents(WIKI, List.of(shown))).singleElement()
            .satisfies(document -> assertThat(document.body()).contains("From door to door."));
        assertThat(source.hits(this.dora, WIKI, List.of(shown, hidden)).values()).extracting(SearchHit::title)
            .containsExactly("One medication list");
        assertThat(source.hits(this.cleo, WIKI, List.of(shown, hidden))).containsOnlyKeys(shown, hidden);
        assertThat(source.count(WIKI)).isEqualTo(2);
        assertThat(source.wikis()).containsExactly(WIKI);
        List<UUID> ids = source.ids(WIKI, null, 10);
        assertThat(ids).containsExactlyInAnyOrder(shown, hidden);
        assertThat(source.ids(WIKI, ids.get(0), 10)).containsExactly(ids.get(1));
        assertThat(source.changed(WIKI, List.of(shown, UUID.randomUUID()))).containsExactly(shown);
        assertThat(source.in(get(this.cleo, hidden).page().space())).contains(hidden).doesNotContain(shown);
        this.service.delete(this.anna, WIKI, shown);
        assertThat(source.documents(WIKI, List.of(shown))).isEmpty();
        assertThat(source.hits(this.anna, WIKI, List.of(shown))).isEmpty();
    }
}
