/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.founding;

import java.util.Map;

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
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.founding.FoundingService;
import org.copsuite.founding.FoundingService.Description;
import org.copsuite.founding.FoundingService.Draft;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.founding.FoundingFragments;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.Writes;
import org.copsuite.rest.community.CommunityJson;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Drafts of communities, and the launch of communities in preparation. */
@Component
@Named("org.copsuite.rest.founding.FoundingResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class FoundingResource extends AbstractResource
{
    private static final String MEMBER = "member";

    @Inject
    private Provider<FoundingService> service;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private FoundingFragments fragments;

    /** Lists the templates. */
    @GET
    @Path("foundings/templates")
    public Response templates(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        return answer(request, this.fragments::start, () -> new ListJson<>(
            this.service.get().templates(actor(), wiki).stream().map(TemplateJson::of).toList()));
    }

    /** Lists one's own drafts. */
    @GET
    @Path("foundings")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        return answer(request, this.fragments::start, () -> new ListJson<>(
            this.service.get().drafts(signedIn(), wiki).stream().map(FoundingJson::of).toList()));
    }

    /** Saves the first step: creates a draft or changes it. */
    @POST
    @Path("foundings")
    @Writes
    public Response describe(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        Input input = Input.of(request);
        Draft draft = this.service.get().describe(actor(), wiki, new CommunityId(input.newId("id")),
            new Description(template(input.text("template")), input.text("title"), wikiText(input, "purpose"),
                input.words("domains"), wikiText(input, "welcome"), wikiText(input, "guidelines")));
        return choose(request, () -> goToStep(draft.id(), 2),
            () -> createdAt("/foundings/" + draft.id(), () -> FoundingJson.of(draft)));
    }

    /** Returns a draft. */
    @GET
    @Path("foundings/{id}")
    public Response get(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId draft = CommunityId.parse(id);
        return answer(request, () -> this.fragments.step(draft, 1),
            () -> FoundingJson.of(this.service.get().draft(actor(), wiki, draft)));
    }

    /** Discards a draft. */
    @DELETE
    @Path("foundings/{id}")
    @Writes
    public Response discard(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        this.service.get().discard(actor(), wiki, CommunityId.parse(id));
        return choose(request, () -> go(wizard()), AbstractResource::done);
    }

    /** Saves the second step: includes a person. */
    @POST
    @Path("foundings/{id}/people")
    @Writes
    public Response include(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityId draft = visible(wiki, id);
        Input input = Input.of(request);
        Role role = input.choice("role", Role.class);
        return people(request, this.service.get().include(actor(), wiki, draft, person(input, wiki, MEMBER),
            role == null ? Role.MEMBER : role));
    }

    /** Leaves a person out. */
    @DELETE
    @Path("foundings/{id}/people")
    @Writes
    public Response exclude(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id, @QueryParam(MEMBER) String member) throws CopException
    {
        CommunityId draft = visible(wiki, id);
        UserId person = user(member);
        if (person == null) {
            throw CopException.invalid(MEMBER, "cop.error.missing");
        }
        return people(request, this.service.get().exclude(actor(), wiki, draft, person));
    }

    /** Finds a draft before the form is read: to others than its founder, the draft does not exist. */
    private CommunityId visible(WikiId wiki, String id) throws CopException
    {
        signedIn();
        CommunityId draft = CommunityId.parse(id);
        this.service.get().draft(actor(), wiki, draft);
        return draft;
    }

    private Response people(ContainerRequestContext request, Draft draft) throws CopException
    {
        return answer(request, () -> this.fragments.people(draft), () -> FoundingJson.of(draft));
    }

    /** Saves the third step, and makes the community. */
    @POST
    @Path("foundings/{id}/community")
    @Writes
    public Response finish(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        Input input = Input.of(request);
        CommunityView made = this.service.get().finish(actor(), wiki, CommunityId.parse(id),
            input.choice("access", Visibility.class), input.choice("joining", Joining.class));
        return created(request, made.page(), "/communities/" + made.id(), () -> CommunityJson.of(made));
    }

    /** Lists what a community in preparation needs before it goes live. */
    @GET
    @Path("communities/{id}/launch")
    public Response checklist(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityView community = this.communities.get().get(actor(), wiki, CommunityId.parse(id));
        return answer(request, () -> this.fragments.checklist(community), () -> new ListJson<>(
            this.service.get().checklist(actor(), community).stream().map(item -> new LaunchItemJson(item.name(),
                item.done(), printer().links().absolute(printer().links().action(item.target().page(), "view",
                    item.target().parameters())))).toList()));
    }

    /** Launches a community in preparation. */
    @POST
    @Path("communities/{id}/launch")
    @Writes
    public Response launch(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        CommunityView live = this.service.get().launch(actor(), wiki, CommunityId.parse(id));
        return choose(request, () -> go(live.page()), () -> json(CommunityJson.of(live)));
    }

    /** @return the page that a field names, {@code null} for none and for what is no page */
    private static PageId template(String typed)
    {
        try {
            return typed.isBlank() || typed.length() > PageId.MAXIMUM ? null : PageId.parse(typed.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private PageId wizard()
    {
        return SpaceId.of(printer().wiki(), Suite.SPACE).page("NewCommunity");
    }

    private Response goToStep(CommunityId draft, int step)
    {
        return Response.ok("", MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).header("Cop-Go",
            printer().links().action(wizard(), "view", Map.of("cop-draft", draft.toString(), "cop-step",
                String.valueOf(step)))).build();
    }
}
