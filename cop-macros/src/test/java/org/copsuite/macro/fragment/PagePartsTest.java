/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.AbstractMacroTest;
import org.copsuite.macro.administration.AdministrationFragments;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.macro.spi.NavigationEntry;
import org.copsuite.macro.spi.PostAction;
import org.copsuite.macro.spi.ProfileSection;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.setting.Setting;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.setting.Suite;
import org.copsuite.spi.SettingProvider;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

/** Pages show the parts that components contribute, whoever registers them. */
@ComponentTest
@AllComponents
class PagePartsTest extends AbstractMacroTest
{
    /** What a contributed part does when it is printed. */
    @FunctionalInterface
    private interface Content
    {
        Html print() throws CopException;
    }

    private static Html section(String id)
    {
        return new Html("<section class=\"cop-box\" id=\"" + id + "\"><h2>" + id + "</h2></section>");
    }

    private void panel(int order, Content content) throws Exception
    {
        this.components.registerComponent(CommunityPanel.class, "test" + order, new CommunityPanel()
        {
            @Override
            public int order()
            {
                return order;
            }

            @Override
            public Html print(CommunityView community) throws CopException
            {
                assertThat(community.id()).isEqualTo(new CommunityId(Samples.COMMUNITY));
                return content.print();
            }
        });
    }

    private void administration(boolean showsWhereOff) throws Exception
    {
        this.components.registerComponent(AdministrationSection.class, "mine", new AdministrationSection()
        {
            @Override
            public int order()
            {
                return 150;
            }

            @Override
            public Html print()
            {
                return section("mine");
            }

            @Override
            public boolean showsWhereOff()
            {
                return showsWhereOff;
            }
        });
    }

    @Test
    void aPanelStandsAtItsOrderBesideTheOthers() throws Exception
    {
        List<String> before = show("{{cop-community/}}").select(".cop-side h2").eachText();
        assertThat(before).containsSubsequence("People", "Tags", "This month’s helpers", "Latest thanks");
        panel(5, () -> section("first"));
        panel(250, () -> section("middle"));
        panel(260, () -> Html.EMPTY);

        assertThat(show("{{cop-community/}}").select(".cop-side h2").eachText()).hasSize(before.size() + 2)
            .containsSubsequence("first", "People", "Tags", "middle", "This month’s helpers", "Latest thanks");
    }

    @Test
    void anEditorChoosesPanelsAndTheirOrder() throws Exception
    {
        panel(5, () -> section("first"));
        List<String> chosen =
            show("{{cop-community panels=\"thanks, members test5\"/}}").select(".cop-side h2").eachText();
        assertThat(chosen).hasSize(3);
        assertThat(chosen).startsWith("Latest thanks").endsWith("first");
    }

    @Test
    void aPageThatNamesPanelsThatThereAreNotShowsTheOthersAndTellsItsEditors() throws Exception
    {
        String page = "{{cop-community panels=\"thanks GONE, members <b>\"/}}";
        assertThat(show(page).select(".cop-side h2").eachText()).hasSize(2).startsWith("Latest thanks");
        assertThat(show(page).select(".errormessage").text()).contains("name: gone, <b>.").contains("launch, charter");
        assertThat(show("{{cop-community panels=\"gone\"/}}").select(".cop-side h2")).isEmpty();

        when(get(Access.class).has(any(), eq(Right.EDIT), any(PageId.class))).thenReturn(false);
        assertThat(show(page).select(".errormessage")).isEmpty();
        assertThat(show(page).select(".cop-side h2")).hasSize(2);
    }

    @Test
    void theSettingRefusesNamesOfPanelsThatThereAreNot() throws Exception
    {
        SettingProvider home = this.components.getInstance(SettingProvider.class, "home");
        Setting<?> setting = home.settings().get(0);
        home.check(setting, "Thanks, members thanks");
        home.check(setting, "");

        CopException refusal = catchThrowableOfType(() -> home.check(setting, "thanks, Gone nothing"), CopException.class);

        CopException.Message message = refusal.getFields().get("community.panels");
        assertThat(message.arguments()[0]).isEqualTo("gone, nothing");
        assertThat(message.arguments()[1].toString().split(", "))
            .containsExactlyInAnyOrder(this.components.getInstanceMap(CommunityPanel.class).keySet().toArray(String[]::new));
    }

    @Test
    void facilitatorsSayWhichPanelsStandFirst() throws Exception
    {
        List<String> before = show("{{cop-community/}}").select(".cop-side h2").eachText();
        doReturn("Thanks, gone tags").when(get(Settings.class)).get(
            ArgumentMatchers.<Setting<String>>argThat(one -> one != null && "community.panels".equals(one.key())),
            any(SettingTarget.class));

        List<String> after = show("{{cop-community/}}").select(".cop-side h2").eachText();
        assertThat(after).containsExactlyInAnyOrderElementsOf(before).containsSubsequence("Latest thanks", "Tags", "People");
    }

    @Test
    void theHelpOfTheSettingNamesEachPanel() throws Exception
    {
        Properties messages = new Properties();
        try (InputStream stream = PagePartsTest.class.getResourceAsStream("/ApplicationResources.properties")) {
            messages.load(stream);
        }
        assertThat(messages.getProperty("cop.setting.community.panels.help").split("[^a-z]+"))
            .contains(this.components.getInstanceMap(CommunityPanel.class).keySet().toArray(String[]::new));
    }

    @Test
    void aPanelWithNothingForTheReaderPrintsNothing() throws Exception
    {
        when(get(QuestionQueries.class).tags(any(), any(), any(), any(), anyInt())).thenReturn(List.of());
        RecognitionService recognition = get(RecognitionService.class);
        when(recognition.leaderboard(any(), any(), any(), any(), anyInt())).thenReturn(List.of());
        when(recognition.thanks(any(), any(), any(), any(), any(), anyInt())).thenReturn(new Slice<>(List.of(), null));

        assertThat(show("{{cop-community/}}").select(".cop-side h2").eachText()).contains("People")
            .doesNotContain("Tags");
    }

    @Test
    void aPanelThatFailsLeavesASentenceAndTheOthers() throws Exception
    {
        int panels = show("{{cop-community/}}").select(".cop-side section").size();
        panel(150, () -> {
            throw new IllegalStateException("select * from secrets");
        });
        panel(160, () -> {
            throw new CopException(CopException.Kind.UNAVAILABLE, "cop.error.index");
        });

        Document page = show("{{cop-community/}}");

        assertThat(page.select(".cop-side section")).hasSize(panels);
        assertThat(page.select(".cop-main .cop-questions")).hasSize(1);
        assertThat(page.select(".cop-side .errormessage").text()).startsWith("Something went wrong on our side");
        assertThat(page.select(".cop-side .cop-refusal").text()).isEqualTo("cop.error.index");
        assertThat(page.text()).doesNotContain("secrets");
        assertThat(this.logs.getMessage(0)).startsWith("Failed to print [" + PagePartsTest.class.getName());
        assertThat(this.logs.getMessage(1)).contains("cop.error.index");
    }

    @Test
    void navigationLinksContributedPagesAndGuestsThoseForThem() throws Exception
    {
        this.components.registerComponent(NavigationEntry.class, "mine", new NavigationEntry()
        {
            @Override
            public int order()
            {
                return 850;
            }

            @Override
            public String page()
            {
                return "Mine";
            }

            @Override
            public String key()
            {
                return "cop.tags";
            }
        });
        assertThat(show("{{cop-navigation/}}").select("nav a").eachText()).containsExactly("Home", "Communities",
            "Questions", "Tags", "Experts", "Thanks", "Leaderboard", "My contributions", "Tags", "Notices");

        new FragmentFixture(this.components, "plain").register(UserId.GUEST);
        assertThat(show("{{cop-navigation/}}").select("nav a").eachText()).containsExactly("Home", "Communities",
            "Questions", "Tags", "Experts", "Thanks", "Leaderboard", "Tags");
    }

    @Test
    void profilesOfAccountsAndOfImportedPeopleShowContributedSections() throws Exception
    {
        this.components.registerComponent(ProfileSection.class, "mine", new ProfileSection()
        {
            @Override
            public int order()
            {
                return 150;
            }

            @Override
            public Html print(UserId person)
            {
                return section(person.isImported() ? "imported" : "account");
            }
        });
        assertThat(show("{{cop-profile/}}").select("section[id]").eachAttr("id"))
            .containsSubsequence("cop-topics", "account");
        assertThat(show("{{cop-person user=\"" + Samples.UNLINKED + "\"/}}").select(".cop-person-page > section")
            .eachAttr("class")).containsExactly("cop-topics-page", "cop-box", "cop-questions", "cop-answered-questions");
    }

    @Test
    void administrationShowsContributedSections() throws Exception
    {
        administration(false);

        assertThat(show("{{cop-administration/}}").select(".cop-admin > [id]").eachAttr("id")).containsExactly(
            "cop-suite", "mine", "cop-adopt", "cop-recognition", "cop-settings", "cop-jobs", "cop-health",
            "cop-removal");
        assertThat(get(AdministrationFragments.class).section("mine")).isEqualTo(section("mine"));
        assertThatThrownBy(() -> get(AdministrationFragments.class).section("yours")).isInstanceOf(CopException.class);
    }

    @Test
    void administrationShowsASectionWhereTheSuiteIsOffIfTheSectionSaysSo() throws Exception
    {
        when(get(Suite.class).isOn(new WikiId("xwiki"))).thenReturn(false);
        administration(false);
        assertThat(show("{{cop-administration/}}").select("#mine")).isEmpty();
        administration(true);
        assertThat(show("{{cop-administration/}}").select("#mine")).hasSize(1);
    }

    @Test
    void administrationPrintsNoSectionForOthers() throws Exception
    {
        administration(true);
        when(get(Access.class).has(Samples.READER, Right.ADMINISTER, SpaceId.of(new WikiId("xwiki"))))
            .thenReturn(false);

        assertThatThrownBy(() -> get(AdministrationFragments.class).section("mine")).isInstanceOf(CopException.class);
    }

    private interface Action
    {
        Html print(PostView post) throws CopException;
    }

    private void postAction(int order, Action action) throws Exception
    {
        this.components.registerComponent(PostAction.class, "test" + order, new PostAction()
        {
            @Override
            public int order()
            {
                return order;
            }

            @Override
            public Map<PostId, Html> print(List<PostView> posts) throws CopException
            {
                Map<PostId, Html> printed = new LinkedHashMap<>();
                for (PostView post : posts) {
                    printed.put(post.id(), action.print(post));
                }
                return printed;
            }
        });
    }

    private static Html link(String id)
    {
        return new Html("<a class=\"cop-action\" href=\"#\">" + id + "</a>");
    }

    @Test
    void aPostHasTheActionsThatCapabilitiesContributeByTheirOrder() throws Exception
    {
        postAction(200, post -> link("last"));
        postAction(50, post -> post.accepted() ? Html.EMPTY : link("first"));

        Document page = show("{{cop-question id=\"" + Samples.QUESTION + "\"/}}");

        assertThat(page.select(".cop-post")).hasSize(3);
        assertThat(page.select(".cop-actions").stream().map(PagePartsTest::contributed))
            .containsExactlyInAnyOrder(List.of("first", "thank", "last"), List.of("thank", "last"),
                List.of("first", "thank", "last"));
    }

    private static List<String> contributed(Element actions)
    {
        return actions.select("a:matchesOwn(^(first|last)$), .cop-thank").stream()
            .map(one -> one.hasClass("cop-thank") ? "thank" : one.text()).toList();
    }

    @Test
    void anActionThatFailsIsLeftOutOfAllPosts() throws Exception
    {
        postAction(150, post -> {
            throw new IllegalStateException("select * from secrets");
        });

        Document page = show("{{cop-question id=\"" + Samples.QUESTION + "\"/}}");

        assertThat(page.select(".cop-post .cop-thank")).hasSameSizeAs(page.select(".cop-post"));
        assertThat(page.text()).doesNotContain("secrets");
        assertThat(this.logs.getMessage(0)).startsWith("Failed to print the action [" + PagePartsTest.class.getName());
    }
}
