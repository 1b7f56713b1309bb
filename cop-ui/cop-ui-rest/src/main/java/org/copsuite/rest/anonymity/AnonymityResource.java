/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.anonymity;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.anonymity.AnonymityService;
import org.copsuite.macro.anonymity.AnonymityFragments;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.rest.anonymity.AnonymityJson.AskerJson;
import org.copsuite.rest.anonymity.AnonymityJson.OwnQuestionJson;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** What anonymous askers and administrators do with anonymous questions. {@code POST /questions} asks them. */
@Component
@Named("org.copsuite.rest.anonymity.AnonymityResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class AnonymityResource extends AbstractResource
{
    @Inject
    private Provider<AnonymityService> service;

    @Inject
    private Provider<QuestionQueries> questions;

    @Inject
    private AnonymityFragments fragments;

    /** Lists the questions that the reader asked anonymously. */
    @GET
    @Path("anonymous-questions")
    public Response own(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        return answer(request, () -> this.fragments.own(), 
            () -> SliceJson.of(new Slice<>(this.service.get().own(actor(), wiki), null), OwnQuestionJson::of));
    }

    /** Returns what the reader may know of an anonymous question. */
    @GET
    @Path("questions/{id}/anonymity")
    public Response anonymity(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        PostId question = PostId.parse(id);
        return answer(request, () -> this.fragments.panel(question, null),
            () -> AnonymityJson.of(this.service.get().of(actor(), question)));
    }

    /** Notes that the asker has seen what is new. */
    @POST
    @Path("questions/{id}/anonymity/seen")
    @Writes
    public Response seen(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        this.service.get().seen(actor(), PostId.parse(id));
        return choose(request, () -> html(() -> this.fragments.own()), () -> done());
    }

    /** Gives the asker's name. */
    @POST
    @Path("questions/{id}/unsealing")
    @Writes
    public Response unseal(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        PostId question = PostId.parse(id);
        this.service.get().unseal(actor(), question);
        return choose(request, () -> go(this.questions.get().find(actor(), question).page()), () -> done());
    }

    /** Tells an administrator who asked. */
    @POST
    @Path("questions/{id}/reveals")
    @Writes
    public Response reveal(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        PostId question = PostId.parse(id);
        this.service.get().checkReveal(actor(), question);
        Person asker = this.service.get().reveal(actor(), question, Input.of(request).text("reason"));
        return answer(request, () -> this.fragments.panel(question, asker), () -> new AskerJson(question.value(), asker));
    }
}
