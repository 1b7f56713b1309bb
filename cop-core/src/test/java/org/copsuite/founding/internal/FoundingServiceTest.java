/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.charter.CharterService;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.founding.CommunityTemplate;
import org.copsuite.founding.FoundingService;
import org.copsuite.founding.FoundingService.Description;
import org.copsuite.founding.FoundingService.Draft;
import org.copsuite.founding.FoundingService.Item;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.setting.Setting;
import org.copsuite.spi.SettingProvider;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Groups;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

@OnEveryDatabase
class FoundingServiceTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private static final PageId TEMPLATE = SpaceId.of(WIKI, "CoP").page("TemplateTechnicalPractice");

    private final TestWiki wiki = new TestWiki();

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId anna = this.wiki.account("anna");

    private final UserId bert = this.wiki.account("bert");

    private final UserId cleo = this.wiki.account("cleo");

    private final FoundingService service = this.wiki.get(FoundingService.class);

    private final CommunityService communities = this.wiki.get(CommunityService.class);

    /** Every account may found communities, and there is one template. */
    @BeforeEach
    void allow()
    {
        this.wiki.get(Settings.class).set(mayFound(), SettingTarget.wiki(WIKI), true);
        this.wiki.pages().create(TEMPLATE, "Technical practice", "For engineers.\n== Purpose ==\nWe share.",
            new PageObject("communitytemplate", UUID.randomUUID(), Map.of()), this.boss);
    }

    @SuppressWarnings("unchecked")
    private Setting<Boolean> mayFound()
    {
        return (Setting<Boolean>) this.wiki.get(SettingProvider.class, "community").settings().stream()
            .filter(setting -> setting.key().equals("community.found")).findFirst().orElseThrow();
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private static Description description(String title)
    {
        return new Description(TEMPLATE, title, "We share.", List.of("tools"), "Say hello.", "Ask anything.");
    }

    private CommunityId draft(String title) throws CopException
    {
        CommunityId id = new CommunityId(UUID.randomUUID());
        this.service.describe(this.anna, WIKI, id, description(title));
        return id;
    }

    private static CopException refusal(Kind kind, ThrowingCallable call)
    {
        CopException[] refusal = new CopException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class, e -> refusal[0] = e);
        assertThat(refusal[0].getKind()).isEqualTo(kind);
        return refusal[0];
    }

    @Test
    void eachStepIsKeptAndNothingIsMadeBeforeTheLast() throws Exception
    {
        CommunityId id = draft("Tools");
        this.service.include(this.anna, WIKI, id, this.bert, Role.MEMBER);
        this.service.include(this.anna, WIKI, id, this.cleo, Role.EXPERT);
        this.service.include(this.anna, WIKI, id, this.bert, Role.CURATOR);
        this.service.exclude(this.anna, WIKI, id, this.cleo);
        Draft draft = this.service.draft(this.anna, WIKI, id);

        assertThat(draft.description()).isEqualTo(description("Tools"));
        assertThat(draft.people()).singleElement().satisfies(one -> {
            assertThat(one.person().id()).isEqualTo(this.bert);
            assertThat(one.role()).isEqualTo(Role.CURATOR);
        });
        assertThat(this.service.drafts(this.anna, WIKI)).extracting(Draft::id).containsExactly(id);
        assertThat(this.wiki.get(Ledger.class).about(WIKI, id.value())).isEmpty();
        assertThat(this.wiki.pages().list(WIKI, "community", null, 10)).isEmpty();

        this.service.discard(this.anna, WIKI, id);
        refusal(Kind.NOT_FOUND, () -> this.service.discard(this.anna, WIKI, id));
        refusal(Kind.NOT_FOUND, () -> this.service.draft(this.anna, WIKI, id));
    }

    @Test
    void aDraftIsItsFoundersAlone() throws Exception
    {
        CommunityId id = draft("Tools");
        for (UserId other : List.of(this.bert, this.boss)) {
            refusal(Kind.NOT_FOUND, () -> this.service.draft(other, WIKI, id));
            refusal(Kind.NOT_FOUND, () -> this.service.describe(other, WIKI, id, description("Mine")));
            refusal(Kind.NOT_FOUND, () -> this.service.include(other, WIKI, id, this.cleo, Role.MEMBER));
            refusal(Kind.NOT_FOUND, () -> this.service.finish(other, WIKI, id, Visibility.OPEN, null));
            refusal(Kind.NOT_FOUND, () -> this.service.discard(other, WIKI, id));
            assertThat(this.service.drafts(other, WIKI)).isEmpty();
        }
        assertThat(this.service.draft(this.anna, WIKI, id).description().title()).isEqualTo("Tools");
        refusal(Kind.SIGN_IN, () -> this.service.drafts(UserId.GUEST, WIKI));
        this.wiki.get(Settings.class).set(mayFound(), SettingTarget.wiki(WIKI), false);
        refusal(Kind.FORBIDDEN, () -> draft("Others"));
        refusal(Kind.FORBIDDEN, () -> this.service.finish(this.anna, WIKI, id, Visibility.OPEN, null));
    }

    @Test
    void saysWhatIsWrongInEachField() throws Exception
    {
        assertThat(refusal(Kind.INVALID, () -> this.service.describe(this.anna, WIKI,
            new CommunityId(UUID.randomUUID()), new Description(null, "A", "x".repeat(4_001), List.of("%"),
                "w".repeat(4_001), "g".repeat(4_001)))).getFields().keySet())
            .containsExactlyInAnyOrder("title", "purpose", "domains", "welcome", "guidelines");
        CommunityId id = draft("Tools");
        assertThat(refusal(Kind.INVALID, () -> this.service.include(this.anna, WIKI, id,
            new UserId("xwiki:XWiki.nobody"), null)).getFields()).containsOnlyKeys("member", "role");
        assertThat(refusal(Kind.INVALID, () -> this.service.include(this.anna, WIKI, id, this.anna, Role.MEMBER))
            .getFields()).containsOnlyKeys("member");
        assertThat(refusal(Kind.INVALID, () -> this.service.finish(this.anna, WIKI, id, null, null)).getFields())
            .containsOnlyKeys("access");
    }

    @Test
    void aPersonHasTenDraftsAndADraftFiftyPeople() throws Exception
    {
        CommunityId first = draft("Draft 0");
        for (int i = 1; i < FoundingService.DRAFTS_MAXIMUM; i++) {
            draft("Draft " + i);
        }
        assertThat(refusal(Kind.CONFLICT, () -> draft("One more")).getText().key())
            .isEqualTo("cop.founding.error.drafts");
        for (int i = 0; i < FoundingService.PEOPLE_MAXIMUM; i++) {
            this.service.include(this.anna, WIKI, first, this.wiki.account("peer" + i), Role.MEMBER);
        }
        assertThat(refusal(Kind.INVALID, () -> this.service.include(this.anna, WIKI, first, this.bert, Role.MEMBER))
            .getFields()).containsOnlyKeys("member");
    }

    @Test
    void aDraftExpires() throws Exception
    {
        CommunityId id = draft("Tools");
        FoundingDrafts drafts = this.wiki.get(FoundingDrafts.class);
        drafts.purge(Instant.now().plus(Duration.ofDays(FoundingService.DRAFT_DAYS - 1)));
        assertThat(this.service.drafts(this.anna, WIKI)).extracting(Draft::id).containsExactly(id);
        drafts.purge(Instant.now().plus(Duration.ofDays(FoundingService.DRAFT_DAYS + 1)));
        assertThat(this.service.drafts(this.anna, WIKI)).isEmpty();

        CommunityId made = draft("Made");
        CommunityView view = this.service.finish(this.anna, WIKI, made, Visibility.OPEN, null);
        drafts.purge(Instant.now().plus(Duration.ofDays(FoundingService.DRAFT_DAYS + 1)));
        assertThat(this.service.templateOf(this.anna, view)).isPresent();
        drafts.purge(Instant.now().plus(Duration.ofDays(FoundingService.TEMPLATE_DAYS + 1)));
        assertThat(this.service.templateOf(this.anna, view)).isEmpty();
    }

    @Test
    void theLastStepMakesTheCommunityWithItsPeopleAndItsCharter() throws Exception
    {
        CommunityId id = draft("Tools");
        this.service.include(this.anna, WIKI, id, this.bert, Role.FACILITATOR);
        CommunityView made = this.service.finish(this.anna, WIKI, id, Visibility.OPEN, Joining.REQUEST);
        assertThat(this.service.finish(this.anna, WIKI, id, Visibility.PRIVATE, null)).isEqualTo(made);

        assertThat(made.id()).isEqualTo(id);
        assertThat(made.isLive()).isFalse();
        assertThat(made.chosenJoining()).isEqualTo(Joining.REQUEST);
        assertThat(made.purpose()).isEqualTo("We share.\n\nSay hello.");
        assertThat(made.members()).isEqualTo(2);
        assertThat(this.communities.get(this.bert, WIKI, id).mayRun()).isTrue();
        assertThat(this.wiki.get(CharterService.class).get(this.anna, made).guidelines()).isEqualTo("Ask anything.");
        assertThat(this.service.drafts(this.anna, WIKI)).isEmpty();
        refusal(Kind.NOT_FOUND, () -> this.communities.get(this.cleo, WIKI, id));
        refusal(Kind.CONFLICT, () -> this.service.describe(this.anna, WIKI, id, description("Again")));
    }

    @Test
    void aCrashInTheLastStepLeavesADraftWithWhichItGoesOn() throws Exception
    {
        CommunityId id = draft("Tools");
        this.service.include(this.anna, WIKI, id, this.bert, Role.MEMBER);
        this.service.include(this.anna, WIKI, id, this.cleo, Role.MEMBER);
        Groups dying = mock(Groups.class, delegatesTo(this.wiki.groups()));
        doThrow(new IllegalStateException("killed")).when(dying).add(any(), eq(this.cleo));
        FoundingService killed = this.wiki.afterItWasKilled().with(Groups.class, dying).get(FoundingService.class);
        assertThatThrownBy(() -> killed.finish(this.anna, WIKI, id, Visibility.OPEN, Joining.OPEN))
            .hasMessage("killed");

        assertThat(this.service.drafts(this.anna, WIKI)).hasSize(1);
        CommunityView made = this.service.finish(this.anna, WIKI, id, Visibility.OPEN, Joining.OPEN);
        assertThat(made.members()).isEqualTo(3);
        assertThat(made.isLive()).isFalse();
        assertThat(this.wiki.get(CharterService.class).get(this.anna, made).guidelines()).isEqualTo("Ask anything.");
    }

    @Test
    void goesLiveOnceEverythingOnTheChecklistIsDone() throws Exception
    {
        CommunityId id = draft("Tools");
        this.service.finish(this.anna, WIKI, id, Visibility.OPEN, Joining.OPEN);
        assertThat(done(this.anna, id)).containsEntry("purpose", true).containsEntry("members", false)
            .containsEntry("question", false).containsEntry("milestone", false);
        refusal(Kind.CONFLICT, () -> this.service.launch(this.anna, WIKI, id));

        this.communities.appoint(this.anna, id, this.bert, Role.MEMBER);
        this.communities.appoint(this.anna, id, this.cleo, Role.MEMBER);
        this.wiki.get(QuestionService.class).ask(this.bert, new Ask(UUID.randomUUID(), id, "Which tool do you use?",
            "I wonder.", List.of("tools")));
        assertThat(done(this.bert, id)).isEmpty();
        refusal(Kind.FORBIDDEN, () -> this.service.launch(this.bert, WIKI, id));
        assertThat(this.service.templateOf(this.anna, this.communities.get(this.anna, WIKI, id)))
            .map(CommunityTemplate::title).contains("Technical practice");

        refusal(Kind.CONFLICT, () -> this.service.launch(this.anna, WIKI, id));
        this.wiki.get(MilestoneService.class).set(this.anna, new MilestoneService.Draft(UUID.randomUUID(), WIKI, id, null,
            "Ten questions have an answer", "", "2027-03-31", null, List.of(), "", "", ""));
        assertThat(done(this.anna, id)).doesNotContainValue(false).containsKey("milestone");
        assertThat(this.service.launch(this.anna, WIKI, id).isLive()).isTrue();
        assertThat(this.service.launch(this.anna, WIKI, id).isLive()).isTrue();
        assertThat(this.communities.get(UserId.GUEST, WIKI, id).title()).isEqualTo("Tools");
        assertThat(done(this.bert, id)).isEmpty();
        refusal(Kind.NOT_FOUND, () -> this.service.launch(this.anna, WIKI, new CommunityId(UUID.randomUUID())));
        refusal(Kind.SIGN_IN, () -> this.service.launch(UserId.GUEST, WIKI, id));
    }

    private Map<String, Boolean> done(UserId reader, CommunityId id) throws CopException
    {
        return this.service.checklist(reader, this.communities.get(reader, WIKI, id)).stream()
            .collect(Collectors.toMap(Item::name, Item::done));
    }

    @Test
    void offersTheTemplatesOfTheSuiteAndOfAdministrators() throws Exception
    {
        PageId own = SpaceId.of(WIKI, "Team").page("Ours");
        PageId annas = SpaceId.of(WIKI, "Anna").page("Mine");
        PageObject object = new PageObject("communitytemplate", UUID.randomUUID(), Map.of());
        this.wiki.pages().create(own, "A team", "For teams.", object, this.boss);
        this.wiki.pages().create(annas, "Of Anna", "For Anna.", object, this.anna);

        assertThat(this.service.templates(this.bert, WIKI)).extracting(CommunityTemplate::title)
            .containsExactly("A team", "Technical practice");
        assertThat(this.service.template(this.bert, annas)).isEmpty();
        assertThat(this.service.template(this.bert, own)).map(CommunityTemplate::about).contains("For teams.");
        this.wiki.access().restrict(own, Set.of());
        assertThat(this.service.templates(this.bert, WIKI)).extracting(CommunityTemplate::title)
            .containsExactly("Technical practice");
    }
}
