/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.ws.rs.client.Client;
import javax.ws.rs.client.ClientRequestContext;
import javax.ws.rs.client.ClientResponseContext;
import javax.ws.rs.client.ClientResponseFilter;
import javax.ws.rs.client.Entity;
import javax.ws.rs.client.Invocation;
import javax.ws.rs.client.WebTarget;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import org.copsuite.community.CommunityPermissions;
import org.copsuite.ledger.WriteQueue;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Editor;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.test.DeploymentContext;
import org.glassfish.jersey.test.inmemory.InMemoryTestContainerFactory;
import org.glassfish.jersey.test.spi.TestContainer;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Our resources in a JAX-RS application, as a binding registers them, in memory. */
public final class RestServer implements AutoCloseable
{
    /** The form token that the server accepts. */
    public static final String TOKEN = "fresh";

    private static final String ROOT = "/wikis/xwiki/cop";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestContainer container;

    private final Client client;

    public RestServer(MockitoComponentManager components, Object... others) throws Exception
    {
        ResourceConfig config = new ResourceConfig();
        List<CopRestComponent> ours = components.getInstanceList(CopRestComponent.class);
        config.register(new ComponentInjection());
        ours.forEach(config::register);
        for (Object other : others) {
            config.register(other);
        }
        this.container = new InMemoryTestContainerFactory().create(URI.create("http://localhost/"),
            DeploymentContext.newInstance(config));
        this.container.start();
        this.client = javax.ws.rs.client.ClientBuilder.newClient(this.container.getClientConfig());
        ApiDescription api = new ApiDescription();
        this.client.register((ClientResponseFilter) (request, response) -> check(api, request, response));
    }

    /** Compares each JSON answer of the suite with the description of the API. */
    private static void check(ApiDescription api, ClientRequestContext request, ClientResponseContext response)
        throws IOException
    {
        String path = request.getUri().getPath();
        if (path.startsWith(ROOT + '/') && response.hasEntity() && response.getMediaType() != null
            && response.getMediaType().getSubtype().endsWith("json")) {
            byte[] body = response.getEntityStream().readAllBytes();
            response.setEntityStream(new ByteArrayInputStream(body));
            api.check(request.getMethod(), path.substring(ROOT.length()), response.getStatus(), JSON.readTree(body));
        }
    }

    /** Makes the ports that every resource asks. */
    public static void ports(MockitoComponentManager components, UserId actor) throws Exception
    {
        Texts texts = components.registerMockComponent(Texts.class);
        when(texts.text(any(), anyString(), any(Object[].class))).thenAnswer(call -> "say " + call.getArgument(1));
        Requests requests = components.registerMockComponent(Requests.class);
        when(requests.wiki()).thenReturn(new WikiId("xwiki"));
        when(requests.locale()).thenReturn(Locale.ENGLISH);
        when(requests.token()).thenReturn(TOKEN);
        when(requests.isTokenValid(TOKEN)).thenReturn(true);
        components.registerMockComponent(Suite.class);
        components.registerMockComponent(WriteQueue.class);
        components.registerMockComponent(CommunityPermissions.class);
        People people = components.registerMockComponent(People.class);
        when(people.current()).thenReturn(actor);
        Links links = components.registerMockComponent(Links.class);
        when(links.view(any())).thenAnswer(call -> "/bin/view/" + call.getArgument(0));
        when(links.rest(any(), any())).thenAnswer(call -> "/rest/wikis/xwiki/cop" + call.getArgument(1));
        when(links.absolute(any())).thenAnswer(call -> "http://wiki" + call.getArgument(0));
        Editor editor = components.registerMockComponent(Editor.class);
        when(editor.field(any())).thenReturn(Html.EMPTY);
        when(editor.text(any(), any(), any())).thenAnswer(call -> Optional.of(call.getArgument(1)));
    }

    /** Outside of our own paths. */
    public WebTarget outside(String path)
    {
        return this.client.target("http://localhost/" + path);
    }

    public WebTarget target(String path)
    {
        int query = path.indexOf('?');
        WebTarget target = this.client.target("http://localhost/wikis/xwiki/cop" + (query < 0 ? path
            : path.substring(0, query)));
        if (query >= 0) {
            for (String pair : path.substring(query + 1).split("&")) {
                target = target.queryParam(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return target;
    }

    public Response get(String path, String accept)
    {
        return target(path).request(accept).get();
    }

    public Response get(String path, String accept, Map<String, String> headers)
    {
        Invocation.Builder request = target(path).request(accept);
        headers.forEach(request::header);
        return request.get();
    }

    public Response form(String method, String path, String body)
    {
        return request(path).method(method, Entity.entity(body, MediaType.APPLICATION_FORM_URLENCODED_TYPE));
    }

    public Response html(String method, String path, String body)
    {
        return target(path).request("text/html").header(WriteFilter.HEADER, TOKEN).method(method,
            Entity.entity(body, MediaType.APPLICATION_FORM_URLENCODED_TYPE));
    }

    public Response json(String method, String path, String body)
    {
        return request(path).header(WriteFilter.HEADER, TOKEN).method(method,
            Entity.entity(body, MediaType.APPLICATION_JSON_TYPE));
    }

    public Response delete(String path)
    {
        return request(path).header(WriteFilter.HEADER, TOKEN).delete();
    }

    private Invocation.Builder request(String path)
    {
        return target(path).request("application/json");
    }

    public static JsonNode body(Response response) throws Exception
    {
        return JSON.readTree(response.readEntity(String.class));
    }

    /** Compares an answer with the document that clients got in earlier versions: names, order, types and nulls. */
    public static void assertDocument(Response response, Class<?> test, String name) throws Exception
    {
        try (InputStream document = test.getResourceAsStream(name + ".json")) {
            assertThat(JSON.readTree(response.readEntity(String.class)).toPrettyString())
                .isEqualTo(new String(document.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Override
    public void close()
    {
        this.client.close();
        this.container.stop();
    }
}
