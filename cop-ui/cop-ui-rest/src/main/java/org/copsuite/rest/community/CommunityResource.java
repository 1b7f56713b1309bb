/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.community;

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
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.community.DirectoryQuery;
import org.copsuite.community.DirectoryQuery.Activity;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.community.CommunityFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Communities: directory, view, founding, change and members. */
@Component
@Named("org.copsuite.rest.community.CommunityResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class CommunityResource extends AbstractResource
{
    private static final String MEMBER = "member";

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private Provider<CommunityService> service;

    @Inject
    private CommunityFragments fragments;

    /** Lists the directory. */
    @GET
    @Path("communities")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("q") String text, @QueryParam("domain") String domain, @QueryParam("joining") String joining,
        @QueryParam("activity") String activity, @QueryParam("after") String after, @QueryParam("limit") String limit)
        throws CopException
    {
        DirectoryQuery query = new DirectoryQuery(orEmpty(text), blankToNull(domain),
            Input.choice("joining", joining, Joining.class), Input.choice("activity", activity, Activity.class));
        return answer(request, () -> this.fragments.directory(query, blankToNull(after), limit(limit), true),
            () -> SliceJson.of(
                this.service.get().search(actor(), wiki, query, blankToNull(after), limit(limit)),
                CommunityJson::of));
    }

    /** Founds a community. */
    @POST
    @Path("communities")
    @Writes
    public Response found(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        Input input = Input.of(request);
        CommunityView community = this.service.get().found(actor(),
            read(input, wiki, new CommunityId(input.newId("id"))));
        return created(request, community.page(), "/communities/" + community.id(), () -> CommunityJson.of(community));
    }

    private CommunityDraft read(Input input, WikiId wiki, CommunityId id) throws CopException
    {
        return new CommunityDraft(id, wiki, input.text("title"), wikiText(input, "purpose"), input.words("domains"),
            input.choice("access", Visibility.class), input.choice("joining", Joining.class));
    }

    /** Returns a community. */
    @GET
    @Path("communities/{id}")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        return answer(request, () -> this.fragments.header(community, false),
            () -> CommunityJson.of(this.service.get().get(actor(), wiki, community)));
    }

    /** Changes a community, from a form. */
    @POST
    @Path("communities/{id}")
    @Writes
    public Response post(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return change(request, wiki, id);
    }

    /** Changes a community. */
    @PUT
    @Path("communities/{id}")
    @Writes
    public Response put(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        return change(request, wiki, id);
    }

    private Response change(ContainerRequestContext request, WikiId wiki, String id) throws CopException
    {
        Input input = Input.of(request);
        CommunityId which = CommunityId.parse(id);
        CommunityDraft draft =
            read(() -> read(input, wiki, which), () -> require(this.service.get().get(signedIn(), wiki, which).mayRun()));
        CommunityView community = this.service.get().change(actor(), which, draft, input.text("version"));
        return choose(request, () -> go(community.page()), () -> json(CommunityJson.of(community)));
    }

    /** Lists members. */
    @GET
    @Path("communities/{id}/members")
    public Response members(@Context ContainerRequestContext request, @PathParam("id") String id,
        @QueryParam("after") String after, @QueryParam("limit") String limit) throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        return answer(request, () -> this.fragments.members(community, blankToNull(after)),
            () -> SliceJson.of(this.service.get().members(actor(), community, blankToNull(after), limit(limit)),
                MemberJson::of));
    }

    /** Joins; with {@code member} and {@code role}, adds a member or changes a member's role. */
    @POST
    @Path("communities/{id}/members")
    @Writes
    public Response join(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        Input input = Input.of(request);
        CommunityId community = CommunityId.parse(id);
        if (!input.has(MEMBER)) {
            this.service.get().join(actor(), community);
            return get(request, wiki, id);
        }
        signedIn();
        Check right = () -> this.permissions.get().check(actor(), CommunityPermission.MANAGE_MEMBERS, wiki, community);
        Role role = read(() -> input.choice("role", Role.class), right);
        UserId person = read(() -> person(input, wiki, MEMBER), right);
        this.service.get().appoint(actor(), community, person, role == null ? Role.MEMBER : role);
        return members(request, id, null, null);
    }

    /** Leaves; with {@code member}, removes a member. */
    @DELETE
    @Path("communities/{id}/members")
    @Writes
    public Response leave(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @QueryParam(MEMBER) String member) throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        UserId other = user(member);
        if (other != null) {
            this.service.get().remove(actor(), community, other);
            return choose(request, () -> html(() -> this.fragments.members(community, null)), () -> done());
        }
        CommunityView before = this.service.get().get(actor(), wiki, community);
        this.service.get().leave(actor(), community);
        return choose(request, () -> before.access() == Visibility.PRIVATE ? go(SpaceId.of(wiki, Suite.SPACE).home())
            : html(() -> this.fragments.header(community, false)), () -> done());
    }
}
