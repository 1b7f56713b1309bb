/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.util.ArrayList;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;

import org.copsuite.CopException;
import org.copsuite.ledger.WriteQueue;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Requests;
import org.xwiki.component.annotation.Component;

/**
 * In front of and behind each of our resources: the wiki must be the one asked for, the suite must be on there (but for
 * what administrators need to switch it on and to look after it), nothing is stored on the way, unless an answer says so
 * itself, and a turn to write ends before the answer is sent.
 */
@Component
@Named("org.copsuite.rest.CopFilter")
@Singleton
@Cop
@javax.ws.rs.ext.Provider
public class CopFilter implements ContainerRequestFilter, ContainerResponseFilter, CopRestComponent
{
    /** By this header our module on a page tells what we answer from what else the wiki serves. */
    static final String ANSWER = "Cop-Answer";

    private static final String ALWAYS = "/?wikis/[^/]+/cop/(administration/.*|rebuild|health)";

    @Inject
    private Provider<Requests> requests;

    @Inject
    private Provider<Suite> suite;

    @Inject
    private Provider<WriteQueue> queue;

    @Inject
    private ProblemAnswers answers;

    @Override
    public void filter(ContainerRequestContext request)
    {
        // A request of this thread that failed altogether has not come to its end.
        this.queue.get().reset();
        String wiki = request.getUriInfo().getPathParameters().getFirst("wiki");
        if (!this.requests.get().wiki().equals(wiki)) {
            request.abortWith(this.answers.refusal(CopException.notFound()));
        } else if (!request.getUriInfo().getPath().matches(ALWAYS)) {
            try {
                this.suite.get().check(wiki);
            } catch (CopException e) {
                request.abortWith(this.answers.refusal(e));
            }
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
    {
        this.queue.get().reset();
        // What says itself how it is kept (a feed, asked for again and again) is kept by its reader alone.
        response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, new ArrayList<>(List.of("no-store")));
        response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Cookie");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().putSingle(ANSWER, "true");
    }
}
