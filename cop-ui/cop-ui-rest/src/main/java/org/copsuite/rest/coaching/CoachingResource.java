/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.coaching;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.coaching.CoachingService;
import org.copsuite.coaching.CoachingService.HeldEdit;
import org.copsuite.coaching.CoachingService.HeldQuestion;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.coaching.CoachingFragments;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** First questions that are held back: view, edit, comments, publishing, withdrawing; and who helps with them. */
@Component
@Named("org.copsuite.rest.coaching.CoachingResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class CoachingResource extends AbstractResource
{
    private static final String ALL = "first-questions";

    private static final String ONE = ALL + "/{id}";

    private static final String COACHING = "communities/{id}/coaching";

    @Inject
    private Provider<CoachingService> service;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private CoachingFragments fragments;

    /** Lists one's own held questions and those that one coaches. */
    @GET
    @Path(ALL)
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        return answer(request, this.fragments::list, () -> HeldQuestionsJson.of(this.service.get().list(actor(), wiki)));
    }

    /** Returns a held question with its comments. */
    @GET
    @Path(ONE)
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return shown(request, wiki, named(id));
    }

    private Response shown(ContainerRequestContext request, WikiId wiki, UUID held) throws CopException
    {
        return answer(request, () -> this.fragments.held(held),
            () -> HeldQuestionJson.of(this.service.get().get(actor(), wiki, held)));
    }

    private static UUID named(String id) throws CopException
    {
        UUID held = id(id);
        if (held == null) {
            throw CopException.notFound();
        }
        return held;
    }

    /** Edits a held question. */
    @POST
    @Path(ONE)
    @Writes
    public Response edit(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        HeldQuestion held = this.service.get().get(actor(), wiki, named(id));
        if (!held.own()) {
            throw CopException.forbidden();
        }
        Input input = Input.of(request);
        this.service.get().edit(actor(), wiki, held.id(), new HeldEdit(input.text("title"), wikiText(input, "body"),
            input.words("tags"), input.text("version")));
        return shown(request, wiki, held.id());
    }

    /** Withdraws a held question. */
    @DELETE
    @Path(ONE)
    @Writes
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        this.service.get().withdraw(actor(), wiki, named(id));
        return choose(request, () -> go(SpaceId.of(wiki, Suite.SPACE).page("FirstQuestions")), AbstractResource::done);
    }

    /** Publishes a held question. */
    @POST
    @Path(ONE + "/publication")
    @Writes
    public Response publish(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        Post post = this.service.get().publish(actor(), wiki, named(id), Input.of(request).text("version"));
        return created(request, post.page(), "/questions/" + post.id(),
            () -> new PublishedQuestionJson(post.id().value(), post.page()));
    }

    /** Comments on a held question. */
    @POST
    @Path(ONE + "/comments")
    @Writes
    public Response comment(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        UUID held = this.service.get().get(actor(), wiki, named(id)).id();
        Input input = Input.of(request);
        this.service.get().comment(actor(), wiki, held, input.newId("id"), wikiText(input, "text"));
        return answer(request, () -> this.fragments.comments(held),
            () -> HeldQuestionJson.of(this.service.get().get(actor(), wiki, held)));
    }

    /** Returns coaching in a community. */
    @GET
    @Path(COACHING)
    public Response coaching(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return coaching(request, this.communities.get().get(actor(), wiki, CommunityId.parse(id)));
    }

    private Response coaching(ContainerRequestContext request, CommunityView community) throws CopException
    {
        return answer(request, () -> this.fragments.coaching(community.id()),
            () -> CoachingJson.of(this.service.get().of(actor(), community)));
    }

    /** Says that one helps with first questions, or no longer. */
    @POST
    @Path(COACHING)
    @Writes
    public Response volunteer(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityView community = this.communities.get().get(actor(), wiki, CommunityId.parse(id));
        signedIn();
        if (community.mine() == null) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.coaching.error.member");
        }
        this.service.get().volunteer(actor(), wiki, community.id(), Input.of(request).decision("on"));
        return coaching(request, community);
    }
}
