/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.person;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.person.AbsenceFragments;
import org.copsuite.person.Absences;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The days on which people are away: told to whoever has signed in, set by each for themselves. */
@Component
@Named("org.copsuite.rest.person.AbsenceResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class AbsenceResource extends AbstractResource
{
    private static final String MINE = "absences/me";

    @Inject
    private Provider<Absences> absences;

    @Inject
    private AbsenceFragments fragments;

    /** Returns the absence of a person. */
    @GET
    @Path("absences")
    public Response of(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("person") String person) throws CopException
    {
        signedIn();
        UserId who = user(person);
        if (who == null || accounts().find(who).isEmpty()) {
            throw CopException.notFound();
        }
        return shown(request, wiki, who);
    }

    /** Returns the absence of the current person. */
    @GET
    @Path(MINE)
    public Response mine(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        return shown(request, wiki, signedIn());
    }

    /** Sets the absence of the current person: {@code first} and {@code last}. */
    @POST
    @Path(MINE)
    @Writes
    public Response set(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        UserId actor = signedIn();
        Input input = Input.of(request);
        this.absences.get().set(actor, wiki, input.date("first"), input.date("last"));
        return shown(request, wiki, actor);
    }

    /** Ends the absence of the current person. */
    @DELETE
    @Path(MINE)
    @Writes
    public Response end(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        UserId actor = signedIn();
        this.absences.get().end(actor, wiki);
        return shown(request, wiki, actor);
    }

    private Response shown(ContainerRequestContext request, WikiId wiki, UserId person) throws CopException
    {
        return answer(request, () -> this.fragments.section(person),
            () -> AbsenceJson.of(person, this.absences.get().find(wiki, person).orElse(null)));
    }
}
