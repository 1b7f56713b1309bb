/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.DirectoryQuery;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.administration.AdministrationFragments;
import org.copsuite.macro.charter.CharterFragments;
import org.copsuite.macro.community.CommunityFragments;
import org.copsuite.macro.designation.DesignationFragments;
import org.copsuite.macro.expertise.ExpertiseFragments;
import org.copsuite.macro.founding.FoundingFragments;
import org.copsuite.macro.gap.GapFragments;
import org.copsuite.macro.handover.HandoverFragments;
import org.copsuite.macro.notice.NoticeFragments;
import org.copsuite.macro.person.PersonFragments;
import org.copsuite.macro.question.NeedFragments;
import org.copsuite.macro.question.QuestionFragments;
import org.copsuite.macro.recognition.RecognitionFragments;
import org.copsuite.macro.routing.RoutingFragments;
import org.copsuite.macro.search.SearchFragments;
import org.copsuite.notice.WatchTarget;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.recognition.RecognitionService.Period;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.test.annotation.AllComponents;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

/** Whatever members write, fragments stay what their templates are. */
@ComponentTest
@AllComponents
class HostileFragmentsTest
{
    private static final Set<String> URLS = Set.of("href", "src", "action", "formaction", "data-cop-load",
        "data-cop-live", "data-cop-people", "data-cop-poll", "data-cop-preview", "data-cop-sign-in");

    @InjectComponentManager
    private MockitoComponentManager components;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>",
        "{{velocity}}$x #set($x = 1) #foreach{{/velocity}}", "$cop.token ${cop.token} $!x #parse('x')",
        "\u202eright to left\u0000\u0007", "</textarea></form><form class=\"cop-form\" action=\"/evil\">",
        "}}}{{/html}} --></template><style>*{}</style>", "javascript:alert(1)", "\ud83d\ude00 \ud800 broken"})
    void staysWhatItsTemplateIs(String text) throws Exception
    {
        FragmentFixture fixture = new FragmentFixture(this.components, text);
        fixture.register(Samples.READER);
        Map<String, Html> hostile = fragments(text);
        Map<String, List<String>> shapes = new LinkedHashMap<>();
        hostile.forEach((name, html) -> shapes.put(name, shape(name, html)));

        new FragmentFixture(this.components, "plain").register(Samples.READER);
        fragments("plain").forEach((name, html) -> assertThat(shapes.get(name)).as(name).isEqualTo(shape(name, html)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xwiki:XWiki.reader"})
    void labelsEveryFieldAndRepeatsNoId(String reader) throws Exception
    {
        new FragmentFixture(this.components, "plain").register(new UserId(reader));
        fragments("plain").forEach((name, html) -> {
            Document document = Jsoup.parseBodyFragment(html.value());
            Set<String> ids = new TreeSet<>();
            document.select("[id]").forEach(one -> assertThat(ids.add(one.id())).as(name + " id " + one.id()).isTrue());
            document.select("input:not([type=hidden]), select, textarea").forEach(
                field -> assertThat(isLabelled(document, field)).as(name + ": label of " + field).isTrue());
            document.select("[for], [aria-describedby], [aria-labelledby]").forEach(one -> {
                for (String attribute : List.of("for", "aria-describedby", "aria-labelledby")) {
                    assertThat(one.attr(attribute).isEmpty() || ids.contains(one.attr(attribute)))
                        .as(name + ": " + one).isTrue();
                }
            });
            document.select("form.cop-form").forEach(form -> {
                assertThat(form.select("input[name=form_token]")).as(name + ": token of " + form).hasSize(1);
                assertThat(form.attr("data-cop-done")).as(name + ": " + form).isNotEmpty();
            });
        });
    }

    private static boolean isLabelled(Document document, Element field)
    {
        return field.closest("label") != null || !field.attr("aria-label").isEmpty()
            || !field.id().isEmpty() && document.selectFirst("label[for=" + field.id() + "]") != null;
    }

    private <T> T get(Class<T> role)
    {
        try {
            return this.components.getInstance(role);
        } catch (ComponentLookupException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Html> fragments(String text) throws CopException
    {
        Map<String, Html> all = new LinkedHashMap<>();
        QuestionFragments questions = get(QuestionFragments.class);
        all.put("page", questions.page(Samples.QUESTION, ThreadQuery.of(AnswerOrder.SCORE), null, true));
        all.put("editing", questions.page(Samples.QUESTION, ThreadQuery.of(AnswerOrder.SCORE), Samples.QUESTION, false));
        all.put("editing answer", questions.page(Samples.QUESTION, ThreadQuery.of(AnswerOrder.OLDEST), Samples.ANSWER, false));
        all.put("thread", questions.thread(Samples.QUESTION));
        all.put("need", get(NeedFragments.class).need(Samples.QUESTION));
        all.put("vote box", questions.voteBox(Samples.ANSWER));
        all.put("comments", questions.comments(Samples.ANSWER));
        all.put("comments with a new one", questions.comments(Samples.ANSWER, Samples.COMMUNITY));
        all.put("more comments", questions.moreComments(Samples.ANSWER, text));
        all.put("list", questions.list(new ListQuery(new WikiId("xwiki"), null, text, null, State.OPEN, Order.HOT, null,
            10), new QuestionFragments.Look(null, true, true, false)));
        all.put("short list", questions.list(new ListQuery(new WikiId("xwiki"), null, null, null, null, Order.VOTES,
            null, 10), new QuestionFragments.Look(text, false, false, false)));
        all.put("watch tag", get(NoticeFragments.class).button(new WatchTarget(new WikiId("xwiki"), "TAG", text),
            true));
        all.put("ask", questions.ask(null, text, null));
        all.put("ask in", questions.ask(new CommunityId(Samples.COMMUNITY), null, Samples.PAGE.space().page("A "
            + text)));
        all.put("elsewhere", questions.elsewhere(Samples.PAGE));
        all.put("about", questions.about(Samples.PAGE.space().page("A " + text)));
        people(all, text);
        communities(all, text);
        if (!get(People.class).current().isGuest()) {
            all.put("administration", get(AdministrationFragments.class).page());
            all.put("notices", get(NoticeFragments.class).page(text, text, 10));
            all.put("few notices", get(NoticeFragments.class).list(null, 5, false));
        }
        return all;
    }

    private void people(Map<String, Html> all, String text) throws CopException
    {
        SearchFragments search = get(SearchFragments.class);
        ExpertiseFragments experts = get(ExpertiseFragments.class);
        all.put("search", search.search(text, new CommunityId(Samples.COMMUNITY), text, null, 10));
        all.put("related", search.related(new Draft(new WikiId("xwiki"), text, text, List.of(), null, Set.of())));
        all.put("asked", get(RoutingFragments.class).asked(Samples.QUESTION));
        all.put("could answer", experts.couldAnswer(search.draftOf(Samples.QUESTION), UserId.GUEST));
        all.put("experts", experts.experts(text, text, null, true));
        all.put("topics", experts.topics(get(People.class).current()));
        all.put("topics of others", experts.topics(new UserId("xwiki:XWiki.other")));
        DesignationFragments designations = get(DesignationFragments.class);
        all.put("designations", designations.community(new CommunityId(Samples.COMMUNITY)));
        all.put("designations of a person", designations.profile(new UserId("xwiki:XWiki.other")));
        all.put("gaps", get(GapFragments.class).gaps(new CommunityId(Samples.COMMUNITY)));
        all.put("handover", get(HandoverFragments.class).handover(new CommunityId(Samples.COMMUNITY), new UserId("xwiki:XWiki.other")));
        all.put("tags", search.tags(new CommunityId(Samples.COMMUNITY), text, 10, true));
        RecognitionFragments recognition = get(RecognitionFragments.class);
        all.put("leaderboard", recognition.leaderboard(new CommunityId(Samples.COMMUNITY), Period.WEEK, 10, true));
        all.put("thanks", recognition.thanks(new CommunityId(Samples.COMMUNITY), null, text, null, 10, true));
        all.put("contributions", recognition.contributions());
    }

    private void communities(Map<String, Html> all, String text) throws CopException
    {
        CommunityFragments communities = get(CommunityFragments.class);
        all.put("directory", communities.directory(new DirectoryQuery(text, text, null, null), null, 10, true));
        all.put("header", communities.header(new CommunityId(Samples.COMMUNITY), true));
        all.put("home", communities.home(get(CommunityService.class).get(UserId.GUEST, new WikiId("xwiki"),
            new CommunityId(Samples.COMMUNITY)), new ListQuery(new WikiId("xwiki"), new CommunityId(Samples.COMMUNITY),
                null, null, null, Order.NEWEST, null, 10),
            true, null));
        all.put("members", communities.members(new CommunityId(Samples.COMMUNITY), null));
        all.put("edit community", communities.edit(new CommunityId(Samples.COMMUNITY)));
        all.put("charter", get(CharterFragments.class).charter(new CommunityId(Samples.COMMUNITY)));
        founding(all, text);
        PersonFragments people = get(PersonFragments.class);
        all.put("imported person", people.profile(Samples.UNLINKED));
        all.put("linked person", people.profile(Samples.LINKED));
        Printer printer = get(Printer.class);
        all.put("message", printer.print("part/message", "kind", "error", "message", text));
        all.put("refusal", printer.print("part/refusal", "message", text, "signIn", true, "begin", true));
        all.put("root", printer.print("part/root", "content", Html.EMPTY, "texts", text, "module", Html.EMPTY));
    }

    private void founding(Map<String, Html> all, String text) throws CopException
    {
        FoundingFragments founding = get(FoundingFragments.class);
        all.put("founding", founding.start());
        all.put("begin to found", founding.begin(Samples.ABOUT, text));
        for (int step = 1; step <= 3; step++) {
            all.put("founding step " + step, founding.step(new CommunityId(Samples.COMMUNITY), step));
        }
        all.put("next steps", founding.checklist(new Samples(text).empty()));
        all.put("checklist", founding.checklist(new Samples(text).preparing()));
    }

    /** The elements with the names of their attributes; on the way, that nothing can run. */
    private static List<String> shape(String name, Html html)
    {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document document = parser.parseInput("<!DOCTYPE html><title>t</title><body>" + html.value(), "");
        assertThat(parser.getErrors()).as(name).isEmpty();
        return document.body().getAllElements().stream().map(element -> {
            assertThat(element.normalName()).as(name).isNotIn("script", "style", "iframe", "object", "embed", "base");
            StringBuilder shape = new StringBuilder(element.normalName());
            for (Attribute attribute : element.attributes()) {
                String key = attribute.getKey().toLowerCase(Locale.ROOT);
                assertThat(key).as(name).doesNotStartWith("on").isNotEqualTo("style");
                if (URLS.contains(key)) {
                    assertThat(attribute.getValue()).as(name).matches("(?s)[/?#].*");
                }
                shape.append(' ').append(key);
            }
            return shape.toString();
        }).toList();
    }
}
