/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;

import org.copsuite.CopException;
import org.copsuite.db.Outage;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Answers every failure of the suite's resources as {@link ProblemAnswers} describes. Failures of other paths of the
 * wiki's JAX-RS application are answered as they would be without the suite.
 */
@Component
@Named("org.copsuite.rest.Problems")
@Singleton
@javax.ws.rs.ext.Provider
public class Problems implements ExceptionMapper<Exception>, CopRestComponent
{
    @Inject
    private ProblemAnswers answers;

    @Inject
    private Logger logger;

    @Context
    private UriInfo uri;

    @Override
    public Response toResponse(Exception failure)
    {
        if (failure instanceof CopException refusal) {
            return this.answers.refusal(refusal);
        }
        boolean ours = this.uri.getPath().matches("/?wikis/[^/]+/cop(/.*)?");
        if (failure instanceof WebApplicationException refusal) {
            return ours ? web(refusal.getResponse()) : refusal.getResponse();
        }
        if (ours && Outage.is(failure)) {
            this.logger.warn("Failed to serve a request to [{}] for now: [{}]; the client is asked to try again.",
                this.uri.getPath(false), failure.getClass().getName());
            return this.answers.refusal(new CopException(CopException.Kind.UNAVAILABLE, "cop.error.unavailable"));
        }
        // The path, still encoded, names what was asked for; what a member wrote came in the body and is not logged.
        String id = UUID.randomUUID().toString();
        this.logger.error("Failed to answer a request to [{}]; its answer names the id [{}].",
            this.uri.getPath(false), id, failure);
        return ours ? this.answers.failure(id) : Response.serverError().build();
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
        Response problem = this.answers.problem(status, key);
        Object allow = response.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null ? problem : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
    }
}
