/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.copsuite.community.CommunityService;
import org.copsuite.embedded.CountedStatements;
import org.copsuite.embedded.EmbeddedWiki;
import org.copsuite.embedded.store.Account;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a page costs: all statements of its whole request, those of the suite and those of the wiki (session, rights,
 * pages), however much the page shows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsPerRequestTest
{
    private static final int ANSWERS = 30;

    private static final int QUESTIONS = 25;

    /**
     * One of them reads the page of the wiki, which nobody has read since it was saved; two, who was asked to answer and
     * which answered question is the reason.
     */
    private static final int PAGE = 13;

    private static final int LIST = 6;

    /** Questions, charter, milestones, projects, members, polls, tags, leaderboard, endorsements and thanks at once. */
    private static final int HOME = 14;

    private final HttpClient client = HttpClient.newHttpClient();

    private final List<URI> large = new ArrayList<>();

    private CountedStatements statements;

    private EmbeddedWiki wiki;

    private String community;

    @BeforeAll
    void start() throws Exception
    {
        this.statements = CountedStatements.open();
        this.wiki = EmbeddedWiki.start();
        UserId root = this.wiki.administrator("root");
        List<UserId> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(this.wiki.account("person" + i, "Person No. " + i));
        }
        CommunityService.CommunityView view = this.wiki.get(CommunityService.class).found(root,
            new CommunityService.CommunityDraft(new CommunityId(UUID.randomUUID()), new WikiId("xwiki"),
                "Large answers", "All of it.", List.of("size"),
                CommunityService.Visibility.OPEN));
        this.community = this.wiki.get(Links.class).view(view.page());
        for (int i = 0; i < QUESTIONS; i++) {
            ask(view.id().value(), people, i, i < 4 ? ANSWERS : 1);
        }
    }

    private void ask(UUID where, List<UserId> people, int number, int answers) throws Exception
    {
        QuestionService service = this.wiki.get(QuestionService.class);
        UserId asker = people.get(number % people.size());
        QuestionService.Post question = service.ask(asker, new Ask(UUID.randomUUID(), new CommunityId(where),
            "What is the size of thing " + number + "?", "It is **large**.", List.of("size", "thing-" + number % 3)));
        for (int i = 0; i < answers; i++) {
            UserId helper = people.get(i % people.size());
            PostId answer = service.answer(helper, question.id(), UUID.randomUUID(), "About " + i + " //feet//.").id();
            service.comment(asker, answer, UUID.randomUUID(), "Are you sure of " + i + "?");
            if (!asker.equals(helper)) {
                service.vote(asker, answer, 1);
            }
        }
        service.vote(people.get((number + 1) % people.size()), question.id(), 1);
        if (answers == ANSWERS) {
            this.large.add(this.wiki.uri().resolve(this.wiki.get(Links.class).view(question.page())));
        }
    }

    @AfterAll
    void stop() throws Exception
    {
        if (this.wiki != null) {
            this.wiki.close();
        }
        this.statements.close();
    }

    private Document read(URI page, String login) throws Exception
    {
        return read(page, login, 200);
    }

    private Document read(URI page, String login, int status) throws Exception
    {
        HttpRequest request = request(page, login);
        this.statements.clear();
        HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(page.toString()).isEqualTo(status);
        return Jsoup.parse(response.body());
    }

    private HttpRequest request(URI page, String login) throws Exception
    {
        HttpRequest.Builder request = HttpRequest.newBuilder(page);
        if (login != null) {
            request.header("Cookie", "cop_session=" + this.wiki.signIn(login).secret());
        }
        return request.build();
    }

    private int statusOf(URI page, String login) throws Exception
    {
        return this.client.send(request(page, login), BodyHandlers.ofString()).statusCode();
    }

    /** Each question is one that nobody has read: only what all of them share was read before. */
    @Test
    void aQuestionWithThirtyAnswers() throws Exception
    {
        String[] readers = {"root", null, "person1", "person0"};
        read(this.large.get(0), readers[0]);
        for (int i = 1; i < readers.length; i++) {
            Document page = read(this.large.get(i), readers[i]);

            assertThat(page.select(".cop-post")).hasSize(ANSWERS + 1);
            assertThat(page.select(".cop-comment")).hasSize(ANSWERS);
            assertThat(this.statements.noted()).as("read by " + readers[i]).isNotEmpty().hasSizeLessThanOrEqualTo(PAGE);
        }
    }

    /** Who may not view a page cannot tell by the work that it makes, and so by the time it takes, whether there is one. */
    @ParameterizedTest
    @ValueSource(strings = {"view", "history", "raw", "attachments", "edit", "copy", "diff", "delete"})
    void aHiddenPageCostsAsMuchAsNone(String action) throws Exception
    {
        UserId root = Account.idOf("root");
        CommunityId secret = this.wiki.get(CommunityService.class).found(root,
            new CommunityService.CommunityDraft(new CommunityId(UUID.randomUUID()), new WikiId("xwiki"),
            "Secret answers", "None of it.", List.of(), CommunityService.Visibility.PRIVATE)).id();
        String page = this.wiki.get(Links.class).view(this.wiki.get(QuestionService.class).ask(root,
            new Ask(UUID.randomUUID(), secret, "What is the size of it?", "It is **secret**.", List.of())).page());
        URI hidden = this.wiki.uri().resolve(page.replace("/bin/view/", "/bin/" + action + '/'));
        URI none = URI.create(hidden.toString().replace("/Communities/", "/Communities/x"));
        for (String reader : new String[] {null, "person1"}) {
            for (int i = 0; i < 2; i++) {
                int status = statusOf(none, reader);
                read(none, reader, status);
                List<String> ofNone = List.copyOf(this.statements.noted());
                read(hidden, reader, status);
                if (i == 1) {
                    assertThat(this.statements.noted()).as("read by " + reader).hasSameSizeAs(ofNone);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"order=newest", "order=active", "order=hot", "order=unanswered", "order=votes", "tag=size",
        "state=solved", "tag=thing-1&cop-order=votes"})
    void aList(String query) throws Exception
    {
        URI list = this.wiki.uri().resolve("/bin/view/CoP/Questions?cop-" + query);
        read(this.wiki.uri().resolve("/bin/view/CoP/Questions"), "root");
        for (String reader : new String[] {null, "person1", "root"}) {
            Document page = read(list, reader);

            assertThat(page.select(".cop-questions")).as(query).hasSize(1);
            assertThat(this.statements.noted()).as("read by " + reader).isNotEmpty().hasSizeLessThanOrEqualTo(LIST);
        }
    }

    @Test
    void theHomeOfACommunity() throws Exception
    {
        URI home = this.wiki.uri().resolve(this.community);
        read(home, "root");
        for (String reader : new String[] {null, "person1", "root"}) {
            assertThat(read(home, reader).select(".cop-questions")).hasSize(1);
            assertThat(this.statements.noted()).as("read by " + reader).isNotEmpty().hasSizeLessThanOrEqualTo(HOME);
        }
    }

    @Test
    void theHomeOfACommunityThatIsNotLive() throws Exception
    {
        CommunityService service = this.wiki.get(CommunityService.class);
        CommunityService.CommunityView preparing = service.prepare(Account.idOf("root"),
            new CommunityService.CommunityDraft(new CommunityId(UUID.randomUUID()), new WikiId("xwiki"), "Coming soon",
                "Almost there.", List.of(), CommunityService.Visibility.OPEN));
        service.appoint(Account.idOf("root"), preparing.id(), Account.idOf("person1"),
            CommunityService.Role.FACILITATOR);
        URI home = this.wiki.uri().resolve(this.wiki.get(Links.class).view(preparing.page()));
        read(home, "root");
        assertThat(read(home, "person1").select(".cop-launch .cop-checklist")).hasSize(1);
        assertThat(this.statements.noted()).isNotEmpty().hasSizeLessThanOrEqualTo(HOME);
    }
}
