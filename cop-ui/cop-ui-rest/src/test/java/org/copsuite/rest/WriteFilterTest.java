/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.concurrent.TimeUnit;

import javax.ws.rs.client.Entity;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import org.copsuite.community.CommunityService;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.question.QuestionFragments;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.rest.question.PostResource;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** No write without the session's form token. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, PostResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class WriteFilterTest
{
    private static final String VOTES = "/answers/00000000-0000-0001-0000-000000000002/votes";

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private QuestionService service;

    @MockComponent
    private QuestionQueries queries;

    @MockComponent
    private CommunityService communities;

    @MockComponent
    private QuestionFragments fragments;

    private RestServer server;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, new UserId("xwiki:XWiki.alice"));
        when(this.service.vote(any(), any(), anyInt())).thenReturn(new Tally(1, 0, 1));
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"value=1", "value=1&form_token=", "value=1&form_token=old", "form_token=fresh2"})
    void refusesAWriteWithoutTheToken(String body) throws Exception
    {
        Response response = this.server.form("POST", VOTES, body);

        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getMediaType()).hasToString("application/problem+json");
        assertThat(RestServer.body(response).get("token").asText()).isEqualTo(RestServer.TOKEN);
        verifyNoInteractions(this.service);
    }

    @Test
    void refusesADeletionWithoutTheToken()
    {
        assertThat(this.server.target(VOTES).request().delete().getStatus()).isEqualTo(403);
        verifyNoInteractions(this.service);
    }

    @Test
    void takesTheTokenFromAFieldOrAHeader() throws Exception
    {
        assertThat(this.server.form("POST", VOTES, "value=1&form_token=fresh").getStatus()).isEqualTo(200);
        assertThat(this.server.json("POST", VOTES, "{\"value\":1}").getStatus()).isEqualTo(200);
        assertThat(this.server.delete(VOTES).getStatus()).isEqualTo(200);
    }

    @Test
    void doesNotTakeTheTokenFromTheAddress()
    {
        assertThat(this.server.form("POST", VOTES + "?form_token=fresh", "value=1").getStatus()).isEqualTo(403);
        verifyNoInteractions(this.service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"value\":{}}", "1", "\"x\""})
    void refusesJsonThatIsNone(String body) throws Exception
    {
        Response response = this.server.json("POST", VOTES, body);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(RestServer.body(response).get("detail").asText()).isEqualTo("say cop.error.malformed");
    }

    @Test
    void refusesWhatIsTooLargeOrOfAnotherType()
    {
        String large = "form_token=fresh&value=" + "1".repeat(Input.MAXIMUM);
        assertThat(this.server.form("POST", VOTES, large).getStatus()).isEqualTo(413);
        assertThat(this.server.target(VOTES).request().header(WriteFilter.HEADER, RestServer.TOKEN)
            .post(Entity.entity("value=1", MediaType.TEXT_PLAIN_TYPE)).getStatus()).isEqualTo(415);
        verifyNoInteractions(this.service);
    }

    @Test
    void countsTheValuesOfABody() throws Exception
    {
        String form = "form_token=fresh&value=1" + "&a=".repeat(2000);
        assertThat(this.server.form("POST", VOTES, form).getStatus()).isEqualTo(400);
        assertThat(this.server.json("POST", VOTES, "{\"value\":[" + "1,".repeat(2000) + "1]}").getStatus()).isEqualTo(400);
        assertThat(this.server.json("POST", VOTES, "[".repeat(100_000)).getStatus()).isEqualTo(400);
        verifyNoInteractions(this.service);
    }

    @Test
    void readsNoLargeTextWithoutTheTokenInFrontOfIt()
    {
        String large = "{\"value\":1,\"form_token\":\"fresh\",\"x\":\"" + "x".repeat(100_000) + "\"}";
        assertThat(this.server.target(VOTES).request().post(Entity.entity(large, MediaType.APPLICATION_JSON_TYPE)).getStatus())
            .isEqualTo(413);
        assertThat(this.server.target(VOTES).request().header("Content-Length", large.length())
            .post(Entity.entity(large, MediaType.APPLICATION_JSON_TYPE)).getStatus()).as("length known").isEqualTo(413);
        assertThat(this.server.target(VOTES).request().header("Content-Length", large.length())
            .header(WriteFilter.HEADER, "old").post(Entity.entity(large, MediaType.APPLICATION_JSON_TYPE)).getStatus())
            .as("an old token is replaced").isEqualTo(403);
        verifyNoInteractions(this.service);
    }

    @Test
    void knowsWhatIsTooSlow()
    {
        assertThat(BoundedBody.isSlow(TimeUnit.SECONDS.toNanos(19), 0)).isFalse();
        assertThat(BoundedBody.isSlow(TimeUnit.SECONDS.toNanos(30), 2048 * 9)).isTrue();
        assertThat(BoundedBody.isSlow(TimeUnit.SECONDS.toNanos(30), 2048 * 11)).isFalse();
    }
}
