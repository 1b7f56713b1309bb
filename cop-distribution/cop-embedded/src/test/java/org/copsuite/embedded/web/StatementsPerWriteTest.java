/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.copsuite.community.CommunityService;
import org.copsuite.embedded.CountedStatements;
import org.copsuite.embedded.EmbeddedWiki;
import org.copsuite.embedded.store.Sessions.Session;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a write costs: all statements of its whole request, those of the ledger, its projections, the wiki and the
 * answer, in the form that a page gets and in the form that a machine gets. The thread has thirty answers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsPerWriteTest
{
    private static final String HTML = "text/html";

    private static final String BASE = "/rest/wikis/xwiki/cop";

    private static final int ANSWERS = 30;

    /** The lookup of a page and its insertion. */
    private static final int PAGE_SAVE = 2;

    /** The thread that a page gets after an answer or an acceptance, which change its order. */
    private static final int THREAD = 12;

    private final HttpClient client = HttpClient.newHttpClient();

    private CountedStatements statements;

    private EmbeddedWiki wiki;

    private CommunityId community;

    private String question;

    private String answer;

    @BeforeAll
    void start() throws Exception
    {
        this.statements = CountedStatements.open();
        this.wiki = EmbeddedWiki.start();
        UserId root = this.wiki.administrator("root");
        UserId asker = this.wiki.account("asker", "Anna Asker");
        UserId author = this.wiki.account("author", "Bert Author");
        this.wiki.account("voter", "Carl Voter");
        this.community = this.wiki.get(CommunityService.class).found(root,
            new CommunityService.CommunityDraft(new CommunityId(UUID.randomUUID()), new WikiId("xwiki"), "Long threads",
                "All of it.", List.of("size"), CommunityService.Visibility.OPEN)).id();
        QuestionService service = this.wiki.get(QuestionService.class);
        PostId asked = service.ask(asker, new Ask(UUID.randomUUID(), this.community, "How long is a long thread?",
            "It is **long**.", List.of("size"))).id();
        this.question = asked.toString();
        for (int i = 0; i < ANSWERS; i++) {
            this.answer = service.answer(author, asked, UUID.randomUUID(), "About " + i + " feet.").id().toString();
            service.comment(asker, PostId.parse(this.answer), UUID.randomUUID(), "Are you sure of " + i + "?");
        }
        // The first of each day and community inserts rows that the others update.
        write(HTML, "POST", "voter", "/questions/" + this.question + "/votes", "value", "1");
        write(HTML, "POST", "voter", "/answers/" + this.answer + "/votes", "value", "1");
        write(HTML, "POST", "asker", "/answers/" + this.answer + "/acceptance");
        write(HTML, "DELETE", "asker", "/answers/" + this.answer + "/acceptance");
    }

    @AfterAll
    void stop() throws Exception
    {
        if (this.wiki != null) {
            this.wiki.close();
        }
        this.statements.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, "application/json"})
    void aVote(String format) throws Exception
    {
        String votes = "/questions/" + this.question + "/votes";
        write(format, "DELETE", "voter", votes);
        assertThat(write(format, "POST", "voter", votes, "value", "1")).hasSizeLessThanOrEqualTo(8);
        assertThat(write(format, "POST", "voter", votes, "value", "1")).as("again").hasSizeLessThanOrEqualTo(4);
        assertThat(write(format, "POST", "voter", votes, "value", "-1")).as("changed").hasSizeLessThanOrEqualTo(19);
        assertThat(write(format, "DELETE", "voter", votes)).as("withdrawn").hasSizeLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, "application/json"})
    void aVoteOnAnAnswer(String format) throws Exception
    {
        String votes = "/answers/" + this.answer + "/votes";
        write(format, "DELETE", "voter", votes);
        assertThat(write(format, "POST", "voter", votes, "value", "1")).hasSizeLessThanOrEqualTo(8);
        assertThat(write(format, "DELETE", "voter", votes)).as("withdrawn").hasSizeLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, "application/json"})
    void anAcceptance(String format) throws Exception
    {
        String acceptance = "/answers/" + this.answer + "/acceptance";
        int thread = HTML.equals(format) ? THREAD : 3;
        assertThat(write(format, "POST", "asker", acceptance)).hasSizeLessThanOrEqualTo(12 + thread);
        assertThat(write(format, "DELETE", "asker", acceptance)).as("withdrawn").hasSizeLessThanOrEqualTo(14 + thread);
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, "application/json"})
    void anAnswer(String format) throws Exception
    {
        String id = UUID.randomUUID().toString();
        assertThat(write(format, "POST", "author", "/questions/" + this.question + "/answers", "id", id, "body",
            "One more.")).hasSizeLessThanOrEqualTo(PAGE_SAVE + 14 + (HTML.equals(format) ? THREAD : 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, "application/json"})
    void aQuestion(String format) throws Exception
    {
        assertThat(write(format, "POST", "asker", "/questions", "id", UUID.randomUUID().toString(), "community",
            this.community.toString(), "title", "How long is it in " + format + "?", "body", "In feet.", "tags", "size"))
            .hasSizeLessThanOrEqualTo(PAGE_SAVE + 17 + (HTML.equals(format) ? 0 : 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, "application/json"})
    void aComment(String format) throws Exception
    {
        assertThat(write(format, "POST", "voter", "/answers/" + this.answer + "/comments", "text", "And in meters?"))
            .hasSizeLessThanOrEqualTo(23);
    }

    /** @return the statements of the request */
    private List<String> write(String format, String method, String login, String path, String... fields) throws Exception
    {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i > 0 ? "&" : "").append(fields[i]).append('=')
                .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        Session session = this.wiki.signIn(login);
        HttpRequest.Builder request = HttpRequest.newBuilder(this.wiki.uri().resolve(BASE + path)).header("Accept", format)
            .header("Cookie", "cop_session=" + session.secret()).header("Cop-Form-Token", session.token());
        if (fields.length > 0) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        this.statements.clear();
        HttpResponse<String> response = this.client.send(request.method(method, fields.length == 0
            ? BodyPublishers.noBody() : BodyPublishers.ofString(form.toString())).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path + ": " + response.body()).isLessThan(300);
        return this.statements.noted();
    }
}
