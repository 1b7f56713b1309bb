/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

/**
 * Creates answers of the type {@code application/problem+json}: {@code type}, {@code title}, {@code status},
 * {@code detail} and, where they apply, {@code fields}, {@code token}, {@code current}, {@code id}.
 */
@Component(roles = ProblemAnswers.class)
@Singleton
public class ProblemAnswers
{
    private static final String PROBLEM = "application/problem+json";

    private static final String DETAIL = "detail";

    /** Seconds after which a client should retry while something does not respond. */
    private static final int RETRY_AFTER = 5;

    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Requests> requests;

    /**
     * @param id the id under which the log reports the failure
     * @return the answer for an internal error
     */
    public Response failure(String id)
    {
        Map<String, Object> body = body("failed", 500, say("cop.error.failed", id));
        body.put("id", id);
        return response(500, body);
    }

    /**
     * @param refusal the refusal of a capability
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
        Response response = response(status, body);
        return refusal.getKind() != CopException.Kind.UNAVAILABLE ? response
            : Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER).build();
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
     * @param key the translation key of the message
     * @return the answer
     */
    public Response problem(int status, String key)
    {
        return response(status, body("http-" + status, status, say(key)));
    }

    /**
     * @param fresh the session's form token
     * @return the answer for a missing or outdated token
     */
    public Response oldToken(String fresh)
    {
        Map<String, Object> body = body("form-token", 403, say("cop.error.token"));
        body.put("token", fresh);
        return response(403, body);
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
