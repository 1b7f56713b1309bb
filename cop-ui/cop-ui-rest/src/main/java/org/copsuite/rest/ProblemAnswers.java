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
import org.copsuite.rest.ProblemJson.CurrentPageJson;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

/**
 * Creates answers of the type {@code application/problem+json}.
 */
@Component(roles = ProblemAnswers.class)
@Singleton
public class ProblemAnswers
{
    private static final String PROBLEM = "application/problem+json";

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
        return response(problem("failed", 500, say("cop.error.failed", id), null, null, null, id));
    }

    /**
     * @param refusal the refusal of a capability
     * @return the answer
     */
    public Response refusal(CopException refusal)
    {
        Map<String, String> fields = new LinkedHashMap<>();
        refusal.getFields().forEach((name, message) -> fields.put(name, say(message.key(), message.arguments())));
        Response response = response(problem(refusal.getKind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            refusal.getKind().getStatus(), say(refusal.getText().key(), refusal.getText().arguments()),
            fields.isEmpty() ? null : fields, null, refusal.getCurrent().map(CurrentPageJson::of).orElse(null), null));
        return refusal.getKind() != CopException.Kind.UNAVAILABLE ? response
            : Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER).build();
    }

    /**
     * @param status the status
     * @param key the translation key of the message
     * @return the answer
     */
    public Response problem(int status, String key)
    {
        return response(problem("http-" + status, status, say(key), null, null, null, null));
    }

    /**
     * @param fresh the session's form token
     * @return the answer for a missing or outdated token
     */
    public Response oldToken(String fresh)
    {
        return response(problem("form-token", 403, say("cop.error.token"), null, fresh, null, null));
    }

    private ProblemJson problem(String type, int status, String detail, Map<String, String> fields, String token,
        CurrentPageJson current, String id)
    {
        return new ProblemJson("urn:cop:problem:" + type, say("cop.error.title." + status / 100), status, detail, fields,
            token, current, id);
    }

    private String say(String key, Object... arguments)
    {
        return this.texts.get().text(this.requests.get().locale(), key, arguments);
    }

    private static Response response(ProblemJson problem)
    {
        return Response.status(problem.status()).type(PROBLEM).header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(JsonWriter.write(problem, null)).build();
    }
}
