/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.ws.rs.client.Entity;
import javax.ws.rs.core.Response;

import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.question.QuestionFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.question.AskGate.Held;
import org.copsuite.question.PostFiles;
import org.copsuite.question.PostFiles.Added;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerPage;
import org.copsuite.question.QuestionQueries.Closing;
import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.question.QuestionQueries.PostMay;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionMay;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.Questions;
import org.copsuite.question.QuestionQueries.SinglePost;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.question.QuestionService.Submission;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.Samples;
import org.copsuite.rest.WriteFilter;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** The documents about questions and answers that clients rely on. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, QuestionResource.class,
    PostResource.class, FileResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class QuestionDocumentsTest
{
    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private QuestionService service;

    @MockComponent
    private QuestionQueries queries;

    @MockComponent
    private CommunityService communities;

    @MockComponent
    private PostFiles files;

    @MockComponent
    private QuestionFragments fragments;

    private QuestionView closed;

    private QuestionView open;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, Samples.ANNA.id());
        PostId answer = new PostId(new UUID(1, 3));
        CommentView comment = new CommentView(new UUID(1, 4), "Do //not//.", Samples.OTTO, Samples.THEN, true);
        PostView post = new PostView(Samples.QUESTION, Samples.PAGE, "Why **so**?", "2.1", Samples.ANNA, Samples.THEN,
            Samples.LATER, new Tally(4, 1, -1), false, List.of(comment), 7, "c7",
            new PostMay(true, false, true, false, true, false));
        PostView reply = new PostView(answer, Samples.PAGE, "So.", "1.1", Samples.OTTO, Samples.LATER, null,
            new Tally(0, 0, 0), true, List.of(), 0, null, new PostMay(false, true, false, true, false, true));
        Closing closing = new Closing(ClosingReason.OFF_TOPIC, Samples.ANNA, Samples.LATER, Samples.summary());
        this.closed = new QuestionView(Samples.summary(), post, List.of(reply), new AnswerPage(40, 1, answer.value(), false,
            null), closing, List.of(Samples.summary()), Samples.PAGE, new QuestionMay(true, false, true, false));
        this.open = new QuestionView(Samples.summary(), post, List.of(reply), AnswerPage.NONE, null, List.of(), null,
            new QuestionMay(false, true, false, true));
        when(this.queries.question(any(), any(), any())).thenReturn(this.closed);
        when(this.queries.list(any(), any())).thenReturn(new Slice<>(List.of(Samples.summary()), "c2"));
        when(this.queries.about(any(), any(), anyInt())).thenReturn(new Questions(List.of(Samples.summary()), true));
        when(this.queries.comments(any(), any(), any())).thenReturn(new Slice<>(List.of(comment), null));
        PostRef ref = new PostRef(answer, Samples.QUESTION, new WikiId("xwiki"), Samples.PAGE, Samples.PAGE,
            new CommunityId(Samples.COMMUNITY));
        when(this.queries.find(any(), any())).thenReturn(ref);
        when(this.queries.post(any(), any(), any())).thenReturn(new SinglePost(ref, reply));
        when(this.queries.post(any(), any(), eq(comment.id()))).thenReturn(new SinglePost(ref, post));
        when(this.service.vote(any(), any(), anyInt())).thenReturn(new Tally(5, 1, 1));
        when(this.service.comment(any(), any(), any(), any())).thenReturn(comment.id());
        when(this.service.answer(any(), any(), any(), any())).thenReturn(new Post(answer, Samples.QUESTION, Samples.PAGE,
            "1.1"));
        when(this.service.submit(any(), any()))
            .thenReturn(new Submission(new Post(Samples.QUESTION, Samples.QUESTION, Samples.PAGE, "1.1"), null));
        when(this.files.add(any(), any(), any(), any(), anyBoolean())).thenReturn(new Added("a-1.png", "image/png", 12, true));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private void check(Response response, String document) throws Exception
    {
        RestServer.assertDocument(response, QuestionDocumentsTest.class, document);
    }

    @Test
    void lists() throws Exception
    {
        check(this.server.get("/questions", "application/json"), "questions");
        check(this.server.get("/about?page=xwiki:Main.WebHome", "application/json"), "about");
        check(this.server.get("/down-votes", "application/json"), "down-votes");
    }

    @Test
    void question() throws Exception
    {
        check(this.server.get("/questions/" + Samples.QUESTION, "application/json"), "closed-question");
        when(this.queries.question(any(), any(), any())).thenReturn(this.open);
        check(this.server.get("/questions/" + Samples.QUESTION, "application/json"), "open-question");
    }

    @Test
    void asked() throws Exception
    {
        Response response = this.server.json("POST", "/questions", "{\"community\":\"" + Samples.COMMUNITY + "\"}");

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getLocation()).hasToString("http://wiki/rest/wikis/xwiki/cop/questions/" + Samples.QUESTION);
        check(response, "closed-question");
    }

    @Test
    void answers() throws Exception
    {
        check(this.server.get("/questions/" + Samples.QUESTION + "/answers", "application/json"), "answers");
        check(this.server.get("/answers/" + new UUID(1, 3), "application/json"), "answer");
        check(this.server.json("POST", "/questions/" + Samples.QUESTION + "/answers", "{\"body\":\"So.\"}"), "answer");
    }

    @Test
    void votesAndComments() throws Exception
    {
        check(this.server.get("/answers/" + new UUID(1, 3) + "/votes", "application/json"), "votes");
        check(this.server.json("POST", "/answers/" + new UUID(1, 3) + "/votes", "{\"value\":1}"), "voted");
        check(this.server.get("/questions/" + Samples.QUESTION + "/comments", "application/json"), "comments");
        check(this.server.json("POST", "/questions/" + Samples.QUESTION + "/comments", "{\"text\":\"Do.\"}"), "comment");
    }

    @Test
    void file() throws Exception
    {
        Response response = this.server.target("/files").request("application/json").header("Cop-Form-Token",
            RestServer.TOKEN)
            .header("Cop-File-Name", "a.png").post(Entity.entity(new byte[] {1}, "application/octet-stream"));

        check(response, "file");
    }

    /** What is meant to be anonymous does not become open by a typing error. */
    @Test
    void refusesWhatIsNeitherTrueNorFalse() throws Exception
    {
        Response response = this.server.json("POST", "/questions", "{\"community\":\"" + Samples.COMMUNITY
            + "\",\"title\":\"How many?\",\"body\":\"Of them.\",\"anonymous\":\"maybe\"}");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.readEntity(String.class)).contains("\"anonymous\"");
        verify(this.service, never()).submit(any(), any());
    }

    @Test
    void saysWhereAQuestionIsHeldBack() throws Exception
    {
        UUID held = new UUID(5, 5);
        Links links = this.components.getInstance(Links.class);
        when(links.action(any(), any(), any())).thenReturn("/bin/view/CoP/FirstQuestions?cop-question=" + held);
        when(this.service.submit(any(), any()))
            .thenReturn(new Submission(null, new Held(held, "/first-questions/" + held, Samples.PAGE, Map.of())));
        String body = "{\"community\":\"" + Samples.COMMUNITY + "\",\"title\":\"Why is it so?\",\"body\":\"Because.\"}";

        Response response = this.server.json("POST", "/questions", body);

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.getLocation()).hasToString("http://wiki/rest/wikis/xwiki/cop/first-questions/" + held);
        assertThat(RestServer.body(response).path("id").asText()).isEqualTo(held.toString());
        Response page = this.server.html("POST", "/questions", "community=" + Samples.COMMUNITY + "&title=Why&body=So");
        assertThat(page.getHeaderString("Cop-Go")).endsWith("?cop-question=" + held);
    }
}
