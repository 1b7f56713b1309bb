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
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Request and response filter of all resources of the suite. The requested wiki must be the current one and the suite
 * must be on there (except for administration); answers are not cached unless they say so themselves; and a turn to
 * write ends before the answer is sent.
 */
@Component
@Named("org.copsuite.rest.CopFilter")
@Singleton
@Cop
@javax.ws.rs.ext.Provider
public class CopFilter implements ContainerRequestFilter, ContainerResponseFilter, CopRestComponent
{
    /** Header by which the suite's script recognises answers of the suite among those of the wiki. */
    static final String ANSWER = "Cop-Answer";

    private static final String ALWAYS = "/?wikis/[^/]+/cop/(administration/.*|jobs(/.*)?|health)";

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
        // An earlier request of this thread may have failed without ending its turn.
        this.queue.get().reset();
        String wiki = request.getUriInfo().getPathParameters().getFirst("wiki");
        if (!this.requests.get().wiki().value().equals(wiki)) {
            request.abortWith(this.answers.refusal(CopException.notFound()));
        } else if (!request.getUriInfo().getPath().matches(ALWAYS)) {
            try {
                this.suite.get().check(new WikiId(wiki));
            } catch (CopException e) {
                request.abortWith(this.answers.refusal(e));
            }
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
    {
        this.queue.get().reset();
        // An answer that declares its own caching, such as a feed that is polled, is cached by its reader only.
        response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, new ArrayList<>(List.of("no-store")));
        response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Cookie");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().putSingle(ANSWER, "true");
    }
}
