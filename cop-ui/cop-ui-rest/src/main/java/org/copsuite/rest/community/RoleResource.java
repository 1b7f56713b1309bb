/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

import java.util.EnumSet;
import java.util.Set;
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
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityRoles.OwnRoleDraft;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.community.RoleFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The roles that a community has of its own, their holders, and who held what. */
@Component
@Named("org.copsuite.rest.community.RoleResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class RoleResource extends AbstractResource
{
    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private Provider<CommunityRoles> roles;

    @Inject
    private RoleFragments fragments;

    /** Lists the roles of a community's own. */
    @GET
    @Path("communities/{id}/roles")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        return answer(request, () -> this.fragments.roles(community, null), () -> new ListJson<>(
            this.roles.get().own(actor(), wiki, community).stream().map(OwnRoleJson::of).toList()));
    }

    /** Defines or changes a role. */
    @POST
    @Path("communities/{id}/roles")
    @Writes
    public Response define(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        Input input = Input.of(request);
        CommunityId community = CommunityId.parse(id);
        OwnRoleDraft draft = read(() -> draft(input), () -> this.permissions.get().check(actor(),
            CommunityPermission.MANAGE_COMMUNITY, wiki, community));
        this.roles.get().define(actor(), wiki, community, draft);
        return list(request, wiki, id);
    }

    private static OwnRoleDraft draft(Input input) throws CopException
    {
        Set<CommunityPermission> permissions = EnumSet.noneOf(CommunityPermission.class);
        for (String name : input.words("permissions")) {
            permissions.add(Input.choice("permissions", name, CommunityPermission.class));
        }
        String version = input.text("version").strip();
        return new OwnRoleDraft(input.newId("id"), input.text("name"), input.text("responsibilities"), permissions,
            version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0);
    }

    /** Removes a role. */
    @DELETE
    @Path("communities/{id}/roles/{role}")
    @Writes
    public Response remove(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @PathParam("role") String role) throws CopException
    {
        signedIn();
        this.roles.get().remove(actor(), wiki, CommunityId.parse(id), id(role));
        return choose(request, () -> html(() -> this.fragments.roles(CommunityId.parse(id), null)),
            AbstractResource::done);
    }

    /** Lists the holders of a role. */
    @GET
    @Path("communities/{id}/roles/{role}/holders")
    public Response holders(@PathParam("wiki") WikiId wiki, @PathParam("id") String id,
        @PathParam("role") String role, @QueryParam("after") String after, @QueryParam("limit") String limit)
        throws CopException
    {
        return json(SliceJson.of(this.roles.get().holders(actor(), wiki, CommunityId.parse(id), orEmpty(role),
            blankToNull(after), limit(limit)), MemberJson::of));
    }

    /** Assigns a role to a member. */
    @POST
    @Path("communities/{id}/roles/{role}/holders")
    @Writes
    public Response assign(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @PathParam("role") String role) throws CopException
    {
        signedIn();
        CommunityId community = CommunityId.parse(id);
        UUID which = visible(wiki, community, role);
        UserId member = read(() -> person(Input.of(request), wiki, "member"), () -> this.permissions.get().check(actor(),
            CommunityPermission.MANAGE_MEMBERS, wiki, community));
        this.roles.get().assign(actor(), wiki, community, which, member);
        return choose(request, () -> html(() -> this.fragments.roles(community, null)), AbstractResource::done);
    }

    /** Finds a role before the form is read: who may not view its community learns nothing about the fields. */
    private UUID visible(WikiId wiki, CommunityId community, String role) throws CopException
    {
        UUID id = id(role);
        if (this.roles.get().own(actor(), wiki, community).stream().noneMatch(own -> own.id().equals(id))) {
            throw CopException.notFound();
        }
        return id;
    }

    /** Takes a role from a member. */
    @DELETE
    @Path("communities/{id}/roles/{role}/holders")
    @Writes
    public Response unassign(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @PathParam("role") String role, @QueryParam("member") String member)
        throws CopException
    {
        signedIn();
        CommunityId community = CommunityId.parse(id);
        UUID which = visible(wiki, community, role);
        UserId who = user(member);
        if (who == null) {
            throw CopException.invalid("member", "cop.error.missing");
        }
        this.roles.get().unassign(actor(), wiki, community, which, who);
        return choose(request, () -> html(() -> this.fragments.roles(community, null)), AbstractResource::done);
    }

    /** Lists who held which role since when. */
    @GET
    @Path("communities/{id}/terms")
    public Response history(@PathParam("wiki") WikiId wiki, @PathParam("id") String id,
        @QueryParam("after") String after, @QueryParam("limit") String limit) throws CopException
    {
        return json(SliceJson.of(this.roles.get().history(actor(), wiki, CommunityId.parse(id), blankToNull(after),
            limit(limit)), TermJson::of));
    }
}
