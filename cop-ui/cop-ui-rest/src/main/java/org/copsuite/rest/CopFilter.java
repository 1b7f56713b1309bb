/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.wiki.Requests;
import org.xwiki.component.annotation.Component;

/** In front of and behind each of our resources: the wiki must be the one asked for, and nothing is stored on the way. */
@Component
@Named("org.copsuite.rest.CopFilter")
@Singleton
@Cop
@javax.ws.rs.ext.Provider
public class CopFilter implements ContainerRequestFilter, ContainerResponseFilter, CopRestComponent
{
    @Inject
    private Provider<Requests> requests;

    @Inject
    private ProblemAnswers answers;

    @Override
    public void filter(ContainerRequestContext request)
    {
        String wiki = request.getUriInfo().getPathParameters().getFirst("wiki");
        if (!this.requests.get().wiki().equals(wiki)) {
            Response refusal = this.answers.refusal(CopException.notFound());
            request.abortWith(refusal);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
    {
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().putSingle(HttpHeaders.VARY, "Accept, Cookie");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
