/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.FragmentFixture;
import org.copsuite.macro.fragment.Samples;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.WatchService;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.person.Persons;
import org.copsuite.question.NeedService;
import org.copsuite.question.NeedService.Need;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.question.QuestionService;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.removal.Removal;
import org.copsuite.search.SearchService;
import org.copsuite.setting.Suite;
import org.copsuite.spi.NoticeType;
import org.copsuite.test.ContributedComponents;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;

/** What macros ask and show, as readers and addresses differ; {@link MacroFilesTest} tells what each wiki text becomes. */
@ComponentTest
@AllComponents
class MacrosTest extends AbstractMacroTest
{
    @Test
    void showsEveryMacroAndDescribesIt() throws Exception
    {
        for (String name : MACROS) {
            Macro<?> macro = this.components.getInstance(Macro.class, "cop-" + name);
            assertThat(macro.getDescriptor().getDescription()).as(name).isNotBlank();
            assertThat(macro.supportsInlineMode()).as(name).isFalse();
            macro.getDescriptor().getParameterDescriptorMap().values()
                .forEach(parameter -> assertThat(parameter.getDescription()).as(name).isNotBlank());

            Document page = show("before\n\n{{cop-" + name + "/}}\n\nafter");

            assertThat(page.select(".cop[data-cop-texts]")).as(name).hasSize(1);
            assertThat(page.select(".xwikirenderingerror, .errormessage")).as(name).isEmpty();
            assertThat(page.select(".cop").text()).as(name).isNotBlank();
        }
        verify(get(Links.class), org.mockito.Mockito.times(MACROS.size())).use("cop.css");
        verify(get(Links.class), org.mockito.Mockito.times(MACROS.size())).use("cop.js");
    }

    @Test
    void printsTheElementThatLoadsTheModuleBesideTheMacro() throws Exception
    {
        when(get(Links.class).use("cop.js")).thenReturn(new Html("<script type=\"module\" src=\"/cop.js\"></script>"));

        Document page = show("{{cop-tags/}}");

        assertThat(page.select(".cop + script[type=module][src=/cop.js]")).hasSize(1);
        assertThat(page.select(".cop script")).isEmpty();
    }

    @Test
    void offersToStartACommunityToWhoMayWhereThereIsNone() throws Exception
    {
        CommunityService service = get(CommunityService.class);
        when(service.around(any(), any())).thenReturn(Optional.empty());
        when(service.directory(any(), any(), any(), any(), anyInt())).thenReturn(new Slice<>(List.of(), null));

        assertThat(show("{{cop-ask/}}").select("a.btn").text()).isEqualTo("Start a community");
        when(service.mayFound(any(), any())).thenReturn(false);
        assertThat(show("{{cop-ask/}}").select("a")).isEmpty();
        assertThat(show("{{cop-ask/}}").text()).contains("ask an administrator");

        assertThat(show("{{cop-communities/}}").select("a[href*=NewCommunity]")).isEmpty();
        when(service.mayFound(any(), any())).thenReturn(true);
        assertThat(show("{{cop-communities/}}").select("a[href*=NewCommunity]")).hasSize(1);
        assertThat(show("{{cop-communities limit=\"3\"/}}").select("a[href*=NewCommunity], form")).isEmpty();
    }

    @Test
    void offersNoThanksWhereRecognitionIsOff() throws Exception
    {
        assertThat(show("{{cop-question id=\"" + Samples.QUESTION + "\"/}}").select(".cop-thank")).isNotEmpty();
        when(get(RecognitionService.class).isOn(new WikiId("xwiki"))).thenReturn(false);

        assertThat(show("{{cop-question id=\"" + Samples.QUESTION + "\"/}}").select(".cop-thank")).isEmpty();
        assertThat(show("{{cop-thanks/}}").select("form")).isEmpty();
        assertThat(show("{{cop-thanks/}}").text()).contains("Recognition is switched off");
    }

    @Test
    void listsWhatTheReaderChose() throws Exception
    {
        when(get(CommunityService.class).around(any(), any())).thenReturn(Optional.empty());
        ask("order", "votes");
        ask("tag", "care");
        ask("state", "solved");
        ask("after", "cursor");

        Document page = show("{{cop-questions/}}");

        verify(get(QuestionQueries.class)).list(Samples.READER,
            new ListQuery(new WikiId("xwiki"), null, "care", null, State.SOLVED, Order.VOTES, "cursor", 20));
        assertThat(page.select(".cop-tabs a[aria-current=page]").text()).isEqualTo("Votes");
        assertThat(page.select(".cop-paging a[rel=next]").attr("href"))
            .isEqualTo("?cop-tag=care&cop-state=solved&cop-order=votes&cop-after=plain");
    }

    @Test
    void listsWhatTheAuthorFixedWhateverTheAddressSays() throws Exception
    {
        ask("order", "votes");
        ask("after", "cursor");

        Document page = show("{{cop-questions order=\"hot\" limit=\"3\" community=\"Care\"/}}");

        verify(get(QuestionQueries.class)).list(Samples.READER,
            new ListQuery(new WikiId("xwiki"), new CommunityId(Samples.COMMUNITY), null, null, null, Order.HOT, null,
                3));
        assertThat(page.select(".cop-tabs")).isEmpty();
    }

    @Test
    void showsTheQuestionOfThePageWithoutItsTitleAndCountsTheView() throws Exception
    {
        Document page = show("{{cop-question/}}");

        assertThat(page.select(".cop-question-title")).isEmpty();
        assertThat(page.select(".cop-post")).hasSize(3);
        verify(get(QuestionService.class)).viewed(Samples.READER, "visitor", Samples.QUESTION);
    }

    /** A picture in somebody's text can be the address of the page: to get it marks nothing as read. */
    @Test
    void leavesItToTheReadersBrowserToSayThatNoticesAreRead() throws Exception
    {
        assertThat(show("{{cop-question/}}").select("form.cop-seen")).isEmpty();

        when(get(NoticeService.class).knownUnread(any(), any())).thenReturn(1);
        Document page = show("{{cop-question/}}");

        assertThat(page.select("form.cop-seen[hidden]").attr("action")).endsWith("/notices/seen");
        assertThat(page.select("form.cop-seen input[name=form_token]").attr("value")).isNotEmpty();
        assertThat(page.select("form.cop-seen input[name=posts]").attr("value").split(" ")).hasSize(3)
            .contains(Samples.QUESTION.toString(), Samples.ANSWER.toString());
        verify(get(NoticeService.class), never()).seen(any(), any(), any());
    }

    @Test
    void opensTheFormOnlyOfWhatMayBeEdited() throws Exception
    {
        ask("edit", Samples.ANSWER.toString());
        assertThat(show("{{cop-question/}}").select("form.cop-edit").attr("action")).endsWith("/answers/" + Samples.ANSWER);

        ask("edit", new UUID(9, 9).toString());
        assertThat(show("{{cop-question/}}").select("form.cop-edit")).isEmpty();
    }

    @Test
    void saysThatAPageIsNoQuestion() throws Exception
    {
        doReturn(Optional.empty()).when(get(Pages.class)).load(any(PageId.class));
        when(get(QuestionQueries.class).at(any(), any())).thenThrow(CopException.notFound());

        assertThat(show("{{cop-question/}}").select(".errormessage").text()).contains("not a question");
    }

    @Test
    void leadsFromAnAnswerToItsQuestion() throws Exception
    {
        assertThat(show("{{cop-answer/}}").select("a.cop-alone-link").attr("href")).endsWith("#cop-post-" + Samples.ANSWER);
    }

    @Test
    void showsAGuestNoFormThatWrites() throws Exception
    {
        new FragmentFixture(this.components, "plain").register(UserId.GUEST);

        assertThat(show("{{cop-ask/}}").select("form")).isEmpty();
        assertThat(show("{{cop-ask/}}").select("a[href=/bin/login]")).hasSize(1);
        assertThat(show("{{cop-thanks/}}").select("form")).isEmpty();
        assertThat(show("{{cop-expertise/}}").select("form")).isEmpty();
        assertThat(show("{{cop-administration/}}").select("form")).isEmpty();
    }

    @Test
    void keepsAdministrationForAdministrators() throws Exception
    {
        when(get(Access.class).has(Samples.READER, Right.ADMINISTER, SpaceId.of(new WikiId("xwiki"))))
            .thenReturn(false);

        Document page = show("{{cop-administration/}}");

        assertThat(page.select("form")).isEmpty();
        assertThat(page.select(".cop-refusal").text()).isEqualTo("cop.error.forbidden");
    }

    @Test
    void showsOneSentenceWhereTheSuiteIsOffAndAdministratorsTheSwitch() throws Exception
    {
        Suite suite = get(Suite.class);
        when(suite.isOn(new WikiId("xwiki"))).thenReturn(false);
        doThrow(new CopException(CopException.Kind.FORBIDDEN, "cop.error.off")).when(suite).check(new WikiId("xwiki"));

        for (String name : MACROS) {
            Document page = show("{{cop-" + name + "/}}");
            if ("administration".equals(name)) {
                assertThat(page.select("form[action$=/administration/suite] button[value=true]")).hasSize(1);
                assertThat(page.select("#cop-adopt, #cop-settings")).isEmpty();
                assertThat(page.select("#cop-health, #cop-jobs")).hasSize(2);
            } else {
                assertThat(page.select(".cop").text()).as(name).isEqualTo("cop.error.off");
            }
        }
    }

    @Test
    void letsAdministratorsSayWhatGoesWithTheSuite() throws Exception
    {
        assertThat(show("{{cop-administration/}}").select("#cop-removal form").eachAttr("action"))
            .containsExactly("/rest/wikis/xwiki/cop/administration/uninstall");
        when(get(Suite.class).isOn(new WikiId("xwiki"))).thenReturn(false);
        when(get(Removal.class).isPurging()).thenReturn(true);
        Document page = show("{{cop-administration/}}");
        assertThat(page.select("#cop-removal-keep")).hasSize(1);
        assertThat(page.select("form[action$=/administration/removal] input[name=confirmation]")).hasSize(1);
        when(get(Removal.class).mayDecide(any(), any())).thenReturn(false);
        assertThat(show("{{cop-administration/}}").select("#cop-removal form").eachAttr("action"))
            .containsExactly("/rest/wikis/xwiki/cop/administration/removal");
    }

    @Test
    void leadsFromAPageThatWasMadeAsAQuestionAndIsNoneToTheForm() throws Exception
    {
        QuestionQueries queries = get(QuestionQueries.class);
        doThrow(CopException.notFound()).when(queries).at(any(), any());
        Document page = show("{{cop-question/}}");
        assertThat(page.select(".cop-elsewhere a.btn").attr("href")).contains("cop-title=plain");
        assertThat(page.select(".cop-elsewhere .cop-text").text()).isEqualTo("plain");

        when(get(Access.class).has(Samples.READER, Right.VIEW, Samples.PAGE)).thenReturn(false);
        assertThat(show("{{cop-question/}}").select(".cop-elsewhere")).isEmpty();
    }

    @Test
    void listsQuestionsAboutThePageThatIsShownOrAnotherOne() throws Exception
    {
        Document page = show("{{cop-about/}}");
        assertThat(page.select(".cop-about li a")).hasSize(1);
        assertThat(page.select(".cop-about").attr("aria-label")).isEqualTo("Questions about this page (1+)");
        assertThat(page.select(".cop-about a.btn").attr("href")).contains("cop-about=" + Samples.PAGE);
        verify(get(QuestionQueries.class)).about(Samples.READER, Samples.PAGE, 30);

        show("{{cop-about page=\"Handbook.Wounds\"/}}");
        verify(get(QuestionQueries.class)).about(Samples.READER, Samples.ABOUT, 30);
        assertThat(show("{{cop-about page=\"..\"/}}").select(".errormessage").text()).contains("..");
    }

    @Test
    void asksAboutAPageThatTheReaderMayView() throws Exception
    {
        ask("about", Samples.ABOUT.toString());
        Document form = show("{{cop-ask/}}");
        assertThat(form.select("input[name=about]").attr("value")).isEqualTo("xwiki:Handbook.Wounds");
        assertThat(form.select("#cop-ask p a").text()).isEqualTo("Wounds");

        when(get(Access.class).has(Samples.READER, Right.VIEW, Samples.ABOUT)).thenReturn(false);
        assertThat(show("{{cop-ask/}}").select("input[name=about]")).isEmpty();
        ask("about", "other:Handbook.Wounds");
        assertThat(show("{{cop-ask/}}").select("input[name=about]")).isEmpty();
        ask("about", "nonsense");
        assertThat(show("{{cop-ask/}}").select("input[name=about]")).isEmpty();
    }

    @Test
    void tellsAdministratorsHowTheSuiteDoes() throws Exception
    {
        Document page = show("{{cop-administration/}}");
        assertThat(page.select("#cop-health tbody tr").eachText()).hasSize(2);
        assertThat(page.select("#cop-health tbody tr").get(0).text()).isEqualTo("index 0 Up to date");
        assertThat(page.select("#cop-health tbody tr").get(1).text())
            .startsWith("plain 3 The last 4 tries failed (plain); it tries again. One entry was skipped");
        assertThat(page.select("#cop-health dd").eachText().get(0)).startsWith("7 documents of this wiki, 9 of all");
        assertThat(page.select("#cop-health dd").eachText().get(1)).startsWith("The index does not answer")
            .contains("200 of 1,000 questions are written.");
        assertThat(page.select("#cop-health dd").eachText().get(2)).contains("2 pages had to be mended.").contains("Next:");
        assertThat(page.select("#cop-health dd").eachText().get(3)).isEqualTo("1 in use, 2 idle, 15 at most.");
        assertThat(page.select("#cop-health p strong").text()).startsWith("Something fails");

        when(get(Suite.class).isOn(new WikiId("xwiki"))).thenReturn(true);
        when(get(PageSynchroniser.class).isFirstReconciliationPending(new WikiId("xwiki"))).thenReturn(true);
        assertThat(show("{{cop-administration/}}").select("#cop-health dd").eachText().get(2))
            .startsWith("The first since the start is at work").contains("Next:");
        when(get(Suite.class).isOn(new WikiId("xwiki"))).thenReturn(false);
        assertThat(show("{{cop-administration/}}").select("#cop-health dd").eachText().get(2)).contains("had to be mended");
    }

    @Test
    void showsOnlyAdministratorsTheFormThatLinksAnImportedPerson() throws Exception
    {
        ask("person", Samples.UNLINKED.value());
        assertThat(show("{{cop-person/}}").select("form[action$=/people/links] input[name=account]")).hasSize(1);
        Document linked = show("{{cop-person user=\"" + Samples.LINKED + "\"/}}");
        assertThat(linked.select("#cop-person-link a.cop-person")).hasSize(1);
        assertThat(linked.select("form[action*=/people/links][data-cop-method=DELETE]")).hasSize(1);
        assertThat(linked.select("form[action$=/people/links]")).isEmpty();

        doReturn(false).when(get(Persons.class)).mayLink(any(), any());
        assertThat(show("{{cop-person/}}").select("form")).isEmpty();
        Document read = show("{{cop-person user=\"" + Samples.LINKED + "\"/}}");
        assertThat(read.select("form")).isEmpty();
        assertThat(read.select("#cop-person-link a.cop-person")).hasSize(1);
    }

    @Test
    void listsAnImportedPersonsQuestionsPageByPage() throws Exception
    {
        ask("person", Samples.UNLINKED.value());
        ask("after", "cursor");

        Document page = show("{{cop-person/}}");

        verify(get(QuestionQueries.class)).list(Samples.READER, new ListQuery(new WikiId("xwiki"), null, null,
            Samples.UNLINKED, null, Order.NEWEST, "cursor", 20));
        assertThat(page.select(".cop-paging a[rel=next]").attr("href"))
            .isEqualTo("?cop-person=imported%3Aunlinked%2F7&cop-order=newest&cop-after=plain");
    }

    @Test
    void namesNobodyWhoIsNoImportedPerson() throws Exception
    {
        when(get(Persons.class).imported(any(), any())).thenReturn(Optional.empty());
        assertThat(show("{{cop-person user=\"xwiki:XWiki.anna\"/}}").select(".cop-refusal").text())
            .isEqualTo("cop.error.notFound");
    }

    @Test
    void tellsUnderWhichNamesAnAccountWroteBefore() throws Exception
    {
        assertThat(show("{{cop-expertise user=\"xwiki:XWiki.anna\"/}}").select(".cop-earlier a").attr("href"))
            .contains("cop-person=imported:plain/7");
    }

    @Test
    void showsMembersAndTheFormOfACommunityOnItsOwnPageOnly() throws Exception
    {
        ask("view", "members");
        assertThat(show("{{cop-community/}}").select(".cop-members")).isEmpty();

        when(get(Requests.class).page()).thenReturn(Optional.of(SpaceId.of(new WikiId("xwiki"), "Communities",
            "Care").home()));
        assertThat(show("{{cop-community/}}").select(".cop-members")).hasSize(1);
        ask("view", "edit");
        assertThat(show("{{cop-community/}}").select("#cop-community-edit")).hasSize(1);
    }

    @Test
    void saysThatNothingIsThere() throws Exception
    {
        when(get(QuestionQueries.class).list(any(), any())).thenReturn(new Slice<>(List.of(), null));
        when(get(QuestionQueries.class).tags(any(), any(), any(), any(), anyInt())).thenReturn(List.of());

        assertThat(show("{{cop-questions/}}").select(".cop-empty").text()).isEqualTo("No questions yet. Ask the first one!");
        assertThat(show("{{cop-tags/}}").select(".cop-empty")).hasSize(1);
    }

    @Test
    void saysThatPagesAreStillBeingReadWhereNothingIsThereYet() throws Exception
    {
        when(get(PageSynchroniser.class).isFirstReconciliationPending(new WikiId("xwiki"))).thenReturn(true);
        assertThat(show("{{cop-questions/}}").text()).doesNotContain("still being read");
        when(get(QuestionQueries.class).list(any(), any())).thenReturn(new Slice<>(List.of(), null));
        when(get(CommunityService.class).search(any(), any(), any(), any(), anyInt()))
            .thenReturn(new Slice<>(List.of(), null));

        assertThat(show("{{cop-questions/}}").select(".cop-empty").text())
            .isEqualTo("No questions yet. Ask the first one! The pages of this wiki are still being read: what they hold "
                + "appears here soon.");
        assertThat(show("{{cop-communities/}}").select(".cop-empty").text()).contains("still being read");
    }

    @Test
    void showsNoticesToTheirReaderAlone() throws Exception
    {
        Document page = show("{{cop-notices/}}");
        long unread = ContributedComponents.of(NoticeType.class).size();
        assertThat(page.select(".cop-notice-unread")).as("one of each type, that of an answer read; thanks without a post")
            .hasSize((int) unread);
        assertThat(page.select(".cop-notice:not(.cop-notice-unread) a.cop-notice-link").attr("href"))
            .endsWith("#cop-post-" + Samples.ANSWER);
        assertThat(page.select("form[action$=/notices/reading] input[name=last]").attr("value")).isEqualTo("10");
        assertThat(page.select("#cop-watched li")).hasSize(3);
        assertThat(page.select("#cop-notice-mail input[checked]").attr("value")).isEqualTo("daily");
        assertThat(show("{{cop-notices limit=\"3\"/}}").select("#cop-watched, #cop-notice-mail, .cop-paging")).isEmpty();

        when(get(Notices.class).handles()).thenReturn(true);
        when(get(Notices.class).preferences(any())).thenReturn(Optional.of("/preferences"));
        Document carried = show("{{cop-notices/}}");
        assertThat(carried.select(".cop-notice")).isEmpty();
        assertThat(carried.select("#cop-notice-mail [name=mail]").eachAttr("value")).containsExactly("none", "once");
        assertThat(carried.select(".cop-notices a").attr("href")).isEqualTo("/preferences");

        new FragmentFixture(this.components, "plain").register(UserId.GUEST);
        assertThat(show("{{cop-notices/}}").select("form, li")).isEmpty();
        assertThat(show("{{cop-notices/}}").select("a[href=/bin/login]")).hasSize(1);
        assertThat(show("{{cop-question/}}").select(".cop-watch")).isEmpty();
    }

    @Test
    void offersToHaveTheQuestionToo() throws Exception
    {
        Document page = show("{{cop-question/}}");
        assertThat(page.select(".cop-need form[data-cop-method=PUT]").attr("action")).endsWith("/need");
        assertThat(page.select(".cop-need-count").text()).startsWith("12 people have this too:").endsWith("and 10 more");
        assertThat(show("{{cop-questions/}}").select(".cop-item-need").text()).contains("3 people have this too");

        when(get(NeedService.class).of(any(), any(QuestionView.class)))
            .thenReturn(new Need(Samples.QUESTION, 1, true, false, true, List.of()));
        page = show("{{cop-question/}}");
        assertThat(page.select(".cop-need form[data-cop-method=DELETE] button[aria-pressed=true]")).hasSize(1);
        assertThat(page.select(".cop-watch button").text()).as("without a choice").isEqualTo("Stop watching");
        when(get(NeedService.class).of(any(), any(QuestionView.class)))
            .thenReturn(new Need(Samples.QUESTION, 0, false, true, false, List.of()));
        assertThat(show("{{cop-question/}}").select(".cop-need button").attr("title")).contains("Nobody sees your name");
    }

    @Test
    void offersToWatch() throws Exception
    {
        assertThat(show("{{cop-question/}}").select(".cop-watch button").text()).isEqualTo("Watch");
        assertThat(show("{{cop-community/}}").select(".cop-watch button[value=true]")).hasSize(1);
        when(get(WatchService.class).choice(any(), any())).thenReturn(Optional.of(true));
        assertThat(show("{{cop-question/}}").select(".cop-watch button").text()).isEqualTo("Stop watching");
        assertThat(show("{{cop-questions/}}").select(".cop-watch")).as("no tag").isEmpty();
        ask("tag", "care");
        assertThat(show("{{cop-questions/}}").select(".cop-watch input[name=target]").attr("value")).isEqualTo("care");
        ask("tag", "Care Plans");
        assertThat(show("{{cop-questions/}}").select(".cop-watch input[name=target]").attr("value")).isEqualTo("care-plans");
    }

    @Test
    void findsPeopleByTopicInTheCommunityOfThePage() throws Exception
    {
        show("{{cop-experts topic=\"care\"/}}");
        verify(get(ExpertiseService.class)).find(Samples.READER, new WikiId("xwiki"), "care",
            new CommunityId(Samples.COMMUNITY), 20);
        ask("q", "wounds");
        show("{{cop-search/}}");
        verify(get(SearchService.class)).search(eq(Samples.READER),
            argThat(search -> Samples.COMMUNITY.equals(search.community().value())));

        when(get(CommunityService.class).around(any(), any())).thenReturn(Optional.empty());
        show("{{cop-experts topic=\"care\"/}}");
        verify(get(ExpertiseService.class)).find(Samples.READER, new WikiId("xwiki"), "care", null, 20);
    }

    @Test
    void offersTopicsToWhoHasNotSaidWhatItIsAbout() throws Exception
    {
        assertThat(show("{{cop-experts/}}").select(".cop-tags a").attr("href")).contains("cop-topic=");
        assertThat(show("{{cop-experts topic=\"care\"/}}").select(".cop-tags a")).isEmpty();
        ask("q", "Who has introduced a double check?");
        assertThat(show("{{cop-experts/}}").select(".cop-tags a")).isEmpty();
    }
}
