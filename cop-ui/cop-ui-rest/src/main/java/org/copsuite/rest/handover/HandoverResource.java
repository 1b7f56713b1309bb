/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.handover.HandoverService;
import org.copsuite.handover.HandoverService.Plan;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.handover.HandoverFragments;
import org.copsuite.milestone.MilestoneService.Assignment;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** What only one person holds in a community, and the checklists that are made of it. */
@Component
@Named("org.copsuite.rest.handover.HandoverResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class HandoverResource extends AbstractResource
{
    @Inject
    private Provider<HandoverService> service;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private HandoverFragments fragments;

    /** Reads what a person would hand over; without a person, the reader. */
    @GET
    @Path("communities/{id}/handover")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @QueryParam("user") String user) throws CopException
    {
        CommunityId community = CommunityId.parse(id);
        UserId person = user(user);
        return answer(request, () -> this.fragments.handover(community, person),
            () -> view(wiki, community, person == null ? actor() : person));
    }

    /** Makes a checklist of a handover. */
    @POST
    @Path("communities/{id}/handover/checklists")
    @Writes
    public Response plan(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        CommunityId community = CommunityId.parse(id);
        Input input = Input.of(request);
        Plan plan = read(() -> plan(input, wiki, community), () -> this.permissions.get().check(actor(),
            CommunityPermission.MANAGE_MILESTONES, wiki, community));
        PageId page = this.service.get().plan(actor(), wiki, plan);
        return created(request, page, "/milestones/" + plan.id(), () -> view(wiki, community, plan.person()));
    }

    private Plan plan(Input input, WikiId wiki, CommunityId community) throws CopException
    {
        UserId person = input.text("person").isBlank() ? actor() : person(input, wiki, "person");
        UserId owner = input.text("owner").isBlank() ? null : person(input, wiki, "owner");
        return new Plan(input.newId("id"), community, person, input.text("title"), input.text("due"), owner, items(input));
    }

    private HandoverJson view(WikiId wiki, CommunityId community, UserId person) throws CopException
    {
        return HandoverJson.of(this.service.get().get(actor(), wiki, community, person));
    }

    /** Reads the rows of the form: the included ones, and those of the text below them. */
    private static List<Assignment> items(Input input) throws CopException
    {
        List<String> texts = input.column("items");
        List<String> owners = input.column("owners");
        List<String> dates = input.column("dates");
        Set<String> included = input.has("included") ? Set.copyOf(input.values("included")) : null;
        List<Assignment> items = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty() && (included == null || included.contains(Integer.toString(i)))) {
                items.add(new Assignment(texts.get(i), user(i < owners.size() ? owners.get(i) : ""),
                    i < dates.size() ? dates.get(i) : ""));
            }
        }
        input.lines("more").stream().map(PlainText::line).filter(line -> !line.isEmpty())
            .forEach(line -> items.add(new Assignment(line, null, "")));
        return items;
    }

    /** Asks for a checklist of one's own handover. */
    @POST
    @Path("communities/{id}/handover/requests")
    @Writes
    public Response ask(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        signedIn();
        CommunityId community = CommunityId.parse(id);
        this.service.get().ask(actor(), wiki, community);
        return answer(request, () -> this.fragments.handover(community, actor()), () -> view(wiki, community, actor()));
    }
}
