/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.project;

import java.util.UUID;

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
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.project.ProjectFragments;
import org.copsuite.project.ProjectService;
import org.copsuite.project.ProjectService.Draft;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Projects: list, view, starting, editing, owners, ending, deleting. */
@Component
@Named("org.copsuite.rest.project.ProjectResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class ProjectResource extends AbstractResource
{
    @Inject
    private Provider<ProjectService> service;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private ProjectFragments fragments;

    /** Lists projects: those under way first, the latest first. */
    @GET
    @Path("projects")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community, @QueryParam("after") String after, @QueryParam("limit") String limit)
        throws CopException
    {
        CommunityId owner = community(community);
        return answer(request,
            () -> this.fragments.list(owner == null ? null : this.communities.get().get(actor(), wiki, owner),
                blankToNull(after), limit(limit), false),
            () -> SliceJson.of(this.service.get().list(actor(), wiki, owner, blankToNull(after), limit(limit)),
                ProjectJson::of));
    }

    /** Starts a project. */
    @POST
    @Path("projects")
    @Writes
    public Response start(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        CommunityId community = CommunityId.ofNullable(input.id("community"));
        Draft draft = read(() -> draft(input, wiki, input.newId("id")), () -> plans(wiki, community));
        PageId page = this.service.get().start(actor(), draft);
        return created(request, page, "/projects/" + draft.id(), () -> view(wiki, draft.id()));
    }

    private void plans(WikiId wiki, CommunityId community) throws CopException
    {
        if (community != null) {
            this.permissions.get().check(actor(), CommunityPermission.MANAGE_MILESTONES, wiki, community);
        }
    }

    private Draft draft(Input input, WikiId wiki, UUID id) throws CopException
    {
        return new Draft(id, wiki, CommunityId.ofNullable(input.id("community")), input.text("title"),
            wikiText(input, "body"), people(input, wiki, "people"));
    }

    private ProjectJson view(WikiId wiki, UUID id) throws CopException
    {
        return ProjectJson.of(this.service.get().get(actor(), wiki, id));
    }

    /** Returns a project. */
    @GET
    @Path("projects/{id}")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        UUID project = id(id);
        return answer(request, () -> this.fragments.page(project, true), () -> view(wiki, project));
    }

    /** Edits a project, from a form. */
    @POST
    @Path("projects/{id}")
    @Writes
    public Response post(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return edit(request, wiki, id);
    }

    /** Edits a project. */
    @PUT
    @Path("projects/{id}")
    @Writes
    public Response put(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return edit(request, wiki, id);
    }

    private Response edit(ContainerRequestContext request, WikiId wiki, String id) throws CopException
    {
        signedIn();
        UUID project = id(id);
        Input input = Input.of(request);
        Draft draft = read(() -> draft(input, wiki, project), () -> edits(wiki, project));
        PageId page = this.service.get().edit(actor(), draft, input.text("version"));
        return choose(request, () -> go(page), () -> json(view(wiki, project)));
    }

    private void edits(WikiId wiki, UUID project) throws CopException
    {
        require(this.service.get().get(actor(), wiki, project).mayEdit());
    }

    /** Parses an id; whoever may not view the project learns nothing about the fields. */
    private UUID visible(WikiId wiki, String id) throws CopException
    {
        signedIn();
        UUID project = id(id);
        this.service.get().get(actor(), wiki, project);
        return project;
    }

    /** Deletes a project. */
    @DELETE
    @Path("projects/{id}")
    @Writes
    public Response delete(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        PageId next = this.service.get().delete(actor(), wiki, id(id));
        return choose(request, () -> go(next), AbstractResource::done);
    }

    /** Ends a project, or takes it up again. */
    @POST
    @Path("projects/{id}/end")
    @Writes
    public Response end(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        UUID project = visible(wiki, id);
        boolean ended = read(() -> Input.of(request).decision("on"), () -> edits(wiki, project));
        this.service.get().end(actor(), wiki, project, ended);
        return shown(request, wiki, project);
    }

    private Response shown(ContainerRequestContext request, WikiId wiki, UUID project) throws CopException
    {
        return answer(request, () -> this.fragments.page(project, false), () -> view(wiki, project));
    }

    /** Asks another community to own a project, too. */
    @POST
    @Path("projects/{id}/owners")
    @Writes
    public Response ask(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        UUID project = visible(wiki, id);
        UUID community = read(() -> Input.of(request).id("community"), () -> edits(wiki, project));
        this.service.get().ask(actor(), wiki, project, CommunityId.ofNullable(community));
        return shown(request, wiki, project);
    }

    /** Accepts or declines for a community. */
    @POST
    @Path("projects/{id}/owners/{community}")
    @Writes
    public Response answered(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @PathParam("community") String community) throws CopException
    {
        UUID project = visible(wiki, id);
        CommunityId asked = community(community);
        boolean accepted = read(() -> Input.of(request).decision("accepted"), () -> plans(wiki, asked));
        this.service.get().answer(actor(), wiki, project, asked, accepted);
        return shown(request, wiki, project);
    }

    /** Ends the ownership of a community, or takes back that it was asked. */
    @DELETE
    @Path("projects/{id}/owners/{community}")
    @Writes
    public Response leave(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @PathParam("community") String community) throws CopException
    {
        UUID project = visible(wiki, id);
        this.service.get().leave(actor(), wiki, project, community(community));
        return shown(request, wiki, project);
    }
}
