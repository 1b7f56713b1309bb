/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.milestone;

import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.milestone.MilestoneFragments;
import org.copsuite.macro.milestone.MilestoneFragments.Look;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Assignment;
import org.copsuite.milestone.MilestoneService.Change;
import org.copsuite.milestone.MilestoneService.Draft;
import org.copsuite.milestone.MilestoneService.May;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.milestone.MilestoneService.Seen;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Milestones: list, view, setting, editing, state, progress, owners of items, deleting. */
@Component
@Named("org.copsuite.rest.milestone.MilestoneResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class MilestoneResource extends AbstractResource
{
    @Inject
    private Provider<MilestoneService> service;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private MilestoneFragments fragments;

    /** Lists milestones: the open ones by their date, then the others. */
    @GET
    @Path("milestones")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community, @QueryParam("project") String project,
        @QueryParam("state") String state, @QueryParam("after") String after, @QueryParam("limit") String limit)
        throws CopException
    {
        State chosen = Input.choice("state", state, State.class);
        Query query = new Query(wiki, community(community), id(project), chosen == null ? Set.of() : Set.of(chosen),
            blankToNull(after), limit(limit));
        return answer(request, () -> this.fragments.list(query, new Look(false, false, false, null)),
            () -> SliceJson.of(this.service.get().list(actor(), query), MilestoneJson::of));
    }

    /** Sets a milestone. */
    @POST
    @Path("milestones")
    @Writes
    public Response set(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        CommunityId community = CommunityId.ofNullable(input.id("community"));
        UUID project = input.id("project");
        Draft draft = read(() -> draft(input, wiki, input.newId("id")), () -> plans(wiki, community, project));
        PageId page = this.service.get().set(actor(), draft);
        return created(request, page, "/milestones/" + draft.id(), () -> view(wiki, draft.id()));
    }

    private void plans(WikiId wiki, CommunityId community, UUID project) throws CopException
    {
        if (project == null && community != null) {
            this.permissions.get().check(actor(), CommunityPermission.MANAGE_MILESTONES, wiki, community);
        } else if (project != null && !this.service.get().mayManage(actor(), wiki, community, project)) {
            throw CopException.notFound();
        }
    }

    private Draft draft(Input input, WikiId wiki, UUID id) throws CopException
    {
        UserId owner = input.text("owner").isBlank() ? null : person(input, wiki, "owner");
        return new Draft(id, wiki, CommunityId.ofNullable(input.id("community")), input.id("project"),
            input.text("title"), wikiText(input, "body"), input.text("due"), owner, people(input, wiki, "people"),
            input.text("items"), input.text("target"), input.text("unit"));
    }

    private MilestoneJson view(WikiId wiki, UUID id) throws CopException
    {
        return MilestoneJson.of(this.service.get().get(actor(), wiki, id));
    }

    /** Returns a milestone. */
    @GET
    @Path("milestones/{id}")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        UUID milestone = id(id);
        return answer(request, () -> this.fragments.page(milestone, true), () -> view(wiki, milestone));
    }

    /** Edits a milestone, from a form. */
    @POST
    @Path("milestones/{id}")
    @Writes
    public Response post(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return edit(request, wiki, id);
    }

    /** Edits a milestone. */
    @PUT
    @Path("milestones/{id}")
    @Writes
    public Response put(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return edit(request, wiki, id);
    }

    private Response edit(ContainerRequestContext request, WikiId wiki, String id) throws CopException
    {
        signedIn();
        UUID milestone = id(id);
        Input input = Input.of(request);
        Draft draft = read(() -> draft(input, wiki, milestone),
            () -> require(this.service.get().get(actor(), wiki, milestone).may().edit()));
        PageId page = this.service.get().edit(actor(), draft, input.text("version"));
        return choose(request, () -> go(page), () -> json(view(wiki, milestone)));
    }

    /** Deletes a milestone. */
    @DELETE
    @Path("milestones/{id}")
    @Writes
    public Response delete(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        PageId next = this.service.get().delete(actor(), wiki, id(id));
        return choose(request, () -> go(next), AbstractResource::done);
    }

    /** Changes the state of a milestone. */
    @POST
    @Path("milestones/{id}/state")
    @Writes
    public Response state(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return change(request, wiki, id, May::edit, (milestone, input) -> this.service.get().state(actor(), wiki, milestone,
            new Change(input.choice("state", State.class), input.text("reason"), input.choice("seen", State.class))));
    }

    /** Ticks an item of the checklist of a milestone, or removes its tick. */
    @POST
    @Path("milestones/{id}/items")
    @Writes
    public Response tick(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return change(request, wiki, id, May::work, (milestone, input) -> this.service.get().tick(actor(), wiki, milestone,
            input.text("item"), input.decision("done")));
    }

    /** Gives an item of the checklist of a milestone to a person and a date, or takes it back. */
    @POST
    @Path("milestones/{id}/items/owner")
    @Writes
    public Response assign(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return change(request, wiki, id, May::work, (milestone, input) -> {
            String named = input.text("other").isBlank() ? "owner" : "other";
            UserId owner = input.text(named).isBlank() ? null : person(input, wiki, named);
            this.service.get().assign(actor(), wiki, milestone,
                new Assignment(input.text("item"), owner, input.has("due") ? input.text("due") : null),
                input.has("seen") ? new Seen(user(input.text("seen"))) : null);
        });
    }

    /** Sets the number that a milestone has reached so far. */
    @POST
    @Path("milestones/{id}/progress")
    @Writes
    public Response progress(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return change(request, wiki, id, May::work, (milestone, input) -> this.service.get().progress(actor(), wiki, milestone,
            input.text("now"), input.text("seen")));
    }

    /** Changes a milestone by a form. Whoever may not view it, or lacks the right, learns nothing about the fields. */
    private Response change(ContainerRequestContext request, WikiId wiki, String id, Predicate<May> right, Write write)
        throws CopException
    {
        signedIn();
        UUID milestone = id(id);
        read(() -> {
            write.with(milestone, Input.of(request));
            return milestone;
        }, () -> require(right.test(this.service.get().get(actor(), wiki, milestone).may())));
        return answer(request, () -> page(milestone), () -> view(wiki, milestone));
    }

    /** Changes a milestone. */
    @FunctionalInterface
    private interface Write
    {
        void with(UUID milestone, Input input) throws CopException;
    }

    private Html page(UUID milestone) throws CopException
    {
        return this.fragments.page(milestone, false);
    }
}
