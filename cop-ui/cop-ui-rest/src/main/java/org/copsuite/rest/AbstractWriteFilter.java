/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.io.IOException;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.ledger.WriteQueue;
import org.copsuite.wiki.Requests;

/**
 * In front of every write: reads the fields, at most {@link Input#MAXIMUM} bytes of them, and refuses what does not
 * carry the session's form token, with a fresh one in the answer. Then it takes a turn to write for the rest of the
 * request: what the answer shows is made within it, so that many writers leave processors to readers. A binding says how it
 * comes to the servlet's request.
 */
public abstract class AbstractWriteFilter implements ContainerRequestFilter, CopRestComponent
{
    /** The header in which a client may send the token. */
    public static final String HEADER = "Cop-Form-Token";

    /** The field in which a form sends it. */
    public static final String FIELD = "form_token";

    /** The most bytes that are read of a body whose token stands in its end. */
    private static final int UNCHECKED = 64 * 1024;

    private static final int RETRY = 5;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<WriteQueue> queue;

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
        boolean trusted = this.requests.get().isTokenValid(header);
        boolean field = header == null && !file && isForm(request);
        if (!trusted && !field && (file || request.getLength() > UNCHECKED)) {
            // Before it is read: nobody else makes us keep ten megabytes.
            request.abortWith(this.answers.oldToken(this.requests.get().token()));
            return;
        }
        try {
            input = file ? Input.readFile(request) : Input.read(request, servletRequest(),
                trusted || field ? Input.MAXIMUM : UNCHECKED);
        } catch (CopException e) {
            request.abortWith(this.answers.refusal(e));
            return;
        } catch (Input.RefusedBodyException e) {
            Response problem = this.answers.problem(e.getStatus(), e.getKey());
            boolean again = e.getStatus() == 408 || e.getStatus() == 429;
            request.abortWith(again ? Response.fromResponse(problem).header("Retry-After", RETRY).build() : problem);
            return;
        }
        if (!this.requests.get().isTokenValid(header == null ? input.text(FIELD) : header)) {
            request.abortWith(this.answers.oldToken(this.requests.get().token()));
            return;
        }
        request.setProperty(Input.PROPERTY, input);
        if (!file) {
            // What a file becomes takes turns of its own, so that its bytes keep nobody from writing.
            takeTurn(request);
        }
    }

    /** Not before the body is read: a slow client keeps nobody from writing. {@link CopFilter} ends the turn. */
    private void takeTurn(ContainerRequestContext request)
    {
        try {
            this.queue.get().enter();
        } catch (CopException e) {
            request.abortWith(this.answers.refusal(e));
        }
    }

    /** A form may carry its token in a field, wherever it stands. */
    private static boolean isForm(ContainerRequestContext request)
    {
        return request.getMediaType() != null
            && request.getMediaType().isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    }
}
