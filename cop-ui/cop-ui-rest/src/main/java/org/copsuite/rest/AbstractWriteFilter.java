/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;

import org.copsuite.CopException;
import org.copsuite.wiki.Requests;

/**
 * In front of every write: reads the fields, at most {@link Input#MAXIMUM} bytes of them, and refuses what does not
 * carry the session's form token, with a fresh one in the answer. A binding says how it comes to the servlet's request.
 */
public abstract class AbstractWriteFilter implements ContainerRequestFilter, CopRestComponent
{
    /** The header in which a client may send the token. */
    public static final String HEADER = "Cop-Form-Token";

    /** The field in which a form sends it. */
    public static final String FIELD = "form_token";

    @Inject
    private Provider<Requests> requests;

    @Inject
    private ProblemAnswers answers;

    /** @return the request as the servlet has it, {@code null} where there is none */
    protected abstract HttpServletRequest servletRequest();

    @Override
    public void filter(ContainerRequestContext request) throws IOException
    {
        Input input;
        String header = request.getHeaderString(HEADER);
        boolean file = Input.isFile(request);
        if (file && !this.requests.get().isTokenValid(header)) {
            // Before it is read: nobody else makes us keep ten megabytes.
            request.abortWith(this.answers.oldToken(this.requests.get().token()));
            return;
        }
        try {
            input = file ? Input.readFile(request) : Input.read(request, servletRequest());
        } catch (CopException e) {
            request.abortWith(this.answers.refusal(e));
            return;
        } catch (Input.RefusedBodyException e) {
            request.abortWith(this.answers.problem(e.getStatus(), e.getKey()));
            return;
        }
        if (!this.requests.get().isTokenValid(header == null ? input.text(FIELD) : header)) {
            request.abortWith(this.answers.oldToken(this.requests.get().token()));
            return;
        }
        request.setProperty(Input.PROPERTY, input);
    }
}
