/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;

import org.copsuite.CopException;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Answers every failure under our paths with {@code application/problem+json}: {@code type}, {@code title},
 * {@code status}, {@code detail}, and as the case may be {@code fields}, {@code token}, {@code current}, {@code id}.
 * What fails under other paths of the wiki's JAX-RS application is answered as it would be without us.
 */
@Component(roles = {Problems.class, CopRestComponent.class}, hints = {"", "org.copsuite.rest.Problems"})
@Singleton
@javax.ws.rs.ext.Provider
public class Problems implements ExceptionMapper<Exception>, CopRestComponent
{
    private static final String PROBLEM = "application/problem+json";

    private static final String DETAIL = "detail";

    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Logger logger;

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Exception failure)
    {
        if (failure instanceof CopException refusal) {
            return refusal(refusal);
        }
        boolean ours = this.uri == null || this.uri.getPath().matches("/?wikis/[^/]+/cop(/.*)?");
        if (failure instanceof WebApplicationException refusal) {
            return ours ? web(refusal.getResponse()) : refusal.getResponse();
        }
        String id = UUID.randomUUID().toString();
        this.logger.error("A request to [{}] failed; its answer names the id [{}]",
            this.uri == null ? "?" : this.uri.getPath(), id, failure);
        if (!ours) {
            return Response.serverError().build();
        }
        Map<String, Object> body = body("failed", 500, say("cop.error.failed", id));
        body.put("id", id);
        return response(500, body);
    }

    /**
     * @param refusal what a capability refused
     * @return the answer
     */
    public Response refusal(CopException refusal)
    {
        int status = refusal.getKind().getStatus();
        Map<String, Object> body = body(refusal.getKind().name().toLowerCase(Locale.ROOT).replace('_', '-'), status,
            say(refusal.getText().key(), refusal.getText().arguments()));
        if (!refusal.getFields().isEmpty()) {
            Map<String, String> fields = new LinkedHashMap<>();
            refusal.getFields().forEach((name, message) -> fields.put(name, say(message.key(), message.arguments())));
            body.put("fields", fields);
        }
        refusal.getCurrent().ifPresent(page -> body.put("current", current(page)));
        return response(status, body);
    }

    private static Map<String, Object> current(Page page)
    {
        Map<String, Object> current = new LinkedHashMap<>();
        current.put("title", page.title());
        current.put("text", page.content());
        current.put("version", page.version());
        return current;
    }

    /**
     * @param status the status
     * @param key the translation key of the sentence
     * @return the answer
     */
    public Response problem(int status, String key)
    {
        return response(status, body("http-" + status, status, say(key)));
    }

    /**
     * @param fresh the session's form token
     * @return that the request carried none, or an old one
     */
    public Response oldToken(String fresh)
    {
        Map<String, Object> body = body("form-token", 403, say("cop.error.token"));
        body.put("token", fresh);
        return response(403, body);
    }

    private Response web(Response response)
    {
        int status = response.getStatus();
        if (status < 400) {
            return response;
        }
        String key = switch (status) {
            case 404 -> "cop.error.notFound";
            case 405 -> "cop.error.method";
            case 406 -> "cop.error.notAcceptable";
            case 415 -> "cop.error.mediaType";
            default -> status < 500 ? "cop.error.request" : "cop.error.unavailable";
        };
        Response problem = problem(status, key);
        Object allow = response.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null ? problem : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
    }

    private Map<String, Object> body(String type, int status, String detail)
    {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:cop:problem:" + type);
        body.put("title", say("cop.error.title." + status / 100));
        body.put("status", status);
        body.put(DETAIL, detail);
        return body;
    }

    private String say(String key, Object... arguments)
    {
        return this.texts.get().text(this.requests.get().locale(), key, arguments);
    }

    private static Response response(int status, Map<String, Object> body)
    {
        return Response.status(status).type(PROBLEM).header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(Json.write(body)).build();
    }
}
