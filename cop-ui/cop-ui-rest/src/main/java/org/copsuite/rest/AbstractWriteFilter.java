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
 * Filter of all writes: reads the fields, at most {@link Input#MAXIMUM} bytes of them, and refuses a request without
 * the session's form token, with a fresh token in the answer. Then it takes a turn to write for the rest of the
 * request: the answer is produced within it, so that many writers leave processors to readers. A binding provides the
 * servlet's request.
 */
public abstract class AbstractWriteFilter implements ContainerRequestFilter, CopRestComponent
{
    /** Header in which a client may send the token. */
    public static final String HEADER = "Cop-Form-Token";

    /** Field in which a form sends the token. */
    public static final String FIELD = "form_token";

    /** Maximum number of bytes read of a body whose token is at its end. */
    private static final int UNCHECKED = 64 * 1024;

    private static final int TOO_LARGE = 413;

    private static final int RETRY = 5;

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<WriteQueue> queue;

    @Inject
    private ProblemAnswers answers;

    /** @return the servlet's request, {@code null} if there is none */
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
            // Before the body is read: a request without a token cannot make the suite hold ten megabytes. Without the
            // header nobody knows whether the token in the body is old; another one would not make the body smaller.
            request.abortWith(header == null && !file ? this.answers.problem(TOO_LARGE, Input.TOO_LARGE)
                : this.answers.oldToken(this.requests.get().token()));
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

    /** After the body is read: a slow client keeps nobody from writing. {@link CopFilter} ends the turn. */
    private void takeTurn(ContainerRequestContext request)
    {
        try {
            this.queue.get().enter();
        } catch (CopException e) {
            request.abortWith(this.answers.refusal(e));
        }
    }

    /** Returns whether the body is a form, which may carry its token in any field position. */
    private static boolean isForm(ContainerRequestContext request)
    {
        return request.getMediaType() != null
            && request.getMediaType().isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    }
}
