/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.InputStream;
import java.util.UUID;

import javax.ws.rs.client.Entity;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.template.DefaultTemplates;
import org.copsuite.question.PostFiles;
import org.copsuite.question.PostFiles.Added;
import org.copsuite.rest.CopFilter;
import org.copsuite.rest.ProblemAnswers;
import org.copsuite.rest.Problems;
import org.copsuite.rest.RestServer;
import org.copsuite.rest.WriteFilter;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

/** Files over HTTP: the token before the body, the name in a header. */
@ComponentTest
@ComponentList({WriteFilter.class, CopFilter.class, Problems.class, ProblemAnswers.class, FileResource.class,
    Printer.class, MemberTexts.class, DefaultTemplates.class})
class FileResourceTest
{
    private static final UserId ANNA = new UserId("xwiki:XWiki.anna");

    private static final UUID POST = new UUID(1, 1);

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private PostFiles files;

    private RestServer server;

    private byte[] received;

    @BeforeEach
    void start() throws Exception
    {
        RestServer.ports(this.components, ANNA);
        when(this.files.add(any(), any(), any(), any(), anyBoolean())).thenAnswer(call -> {
            try (InputStream stream = call.<FileContent>getArgument(3).open()) {
                this.received = stream.readAllBytes();
            }
            return new Added("a-1.png", "image/png", 3, true);
        });
        this.server = new RestServer(this.components);
    }

    @AfterEach
    void stop()
    {
        this.server.close();
    }

    private Response send(String token, String name, byte[] content)
    {
        return this.server.target("/files").request("application/json").header(WriteFilter.HEADER, token)
            .header("Cop-File-Name", name).header("Cop-Post", POST.toString())
            .post(Entity.entity(content, MediaType.APPLICATION_OCTET_STREAM_TYPE));
    }

    @Test
    void addsAFileAndSaysHowItIsShown() throws Exception
    {
        Response response = send(RestServer.TOKEN, "z%C3%BCrich%20+%20more.png", new byte[] {1, 2, 3});

        assertThat(response.getStatus()).isEqualTo(200);
        verify(this.files).add(eq(ANNA), eq(POST), eq("z\u00fcrich + more.png"), any(), eq(false));
        assertThat(this.received).containsExactly(1, 2, 3);
        assertThat(RestServer.body(response).get("markup").asText()).isEqualTo("[[image:a-1.png]]");
        assertThat(RestServer.body(send(RestServer.TOKEN, "%zz", new byte[] {1})).get("status").asInt()).isEqualTo(400);
    }

    @Test
    void readsNothingWithoutTheToken() throws Exception
    {
        Response response = send("old", "a.png", new byte[] {1});
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(RestServer.body(response).get("token").asText()).isEqualTo(RestServer.TOKEN);
        verifyNoInteractions(this.files);
    }

    @Test
    void refusesWhatIsTooLargeOrRefused() throws Exception
    {
        assertThat(send(RestServer.TOKEN, "a.png", new byte[PostFiles.MAXIMUM + 1]).getStatus()).isEqualTo(413);
        verifyNoInteractions(this.files);
        doThrow(CopException.invalid("file", "cop.file.error.kind")).when(this.files).add(any(), any(), any(), any(), anyBoolean());
        Response refused = send(RestServer.TOKEN, "a.exe", new byte[] {1});
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(RestServer.body(refused).get("fields").get("file").asText()).isEqualTo("say cop.file.error.kind");
    }
}
