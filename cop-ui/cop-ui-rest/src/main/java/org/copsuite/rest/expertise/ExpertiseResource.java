/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.expertise;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.expertise.ExpertiseService.Offer;
import org.copsuite.expertise.ExpertiseService.TopicDraft;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.expertise.ExpertiseFragments;
import org.copsuite.question.PostId;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.ListJson;
import org.copsuite.rest.Writes;
import org.copsuite.rest.search.AbstractDraftResource;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Experts, and the topics of one's profile. */
@Component
@Named("org.copsuite.rest.expertise.ExpertiseResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class ExpertiseResource extends AbstractDraftResource
{
    private static final String OFFERS = "offers";

    private static final String EVIDENCE = "evidence";

    @Inject
    private Provider<ExpertiseService> service;

    @Inject
    private ExpertiseFragments fragments;

    /** Finds people who know about a topic, or could answer a question or a text. */
    @GET
    @Path("experts")
    public Response experts(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("topic") String topic, @QueryParam("question") String question, @QueryParam("title") String title,
        @QueryParam("body") String body, @QueryParam("tags") String tags, @QueryParam("community") String community,
        @QueryParam("limit") String limit) throws CopException
    {
        if (blankToNull(topic) != null) {
            CommunityId inside = community(community);
            return answer(request, () -> this.fragments.experts(shortened(topic), "", inside, false), () -> experts(
                this.service.get().find(actor(), wiki, shortened(topic), inside, limit(limit))));
        }
        Draft draft = draft(wiki, question, title, body, tags, community);
        UserId author = blankToNull(question) == null ? null
            : search().summary(PostId.parse(question)).author().id();
        return answer(request, () -> this.fragments.couldAnswer(draft, author),
            () -> experts(this.service.get().byText(actor(), draft, limit(limit)).stream()
                .filter(expert -> !expert.person().id().equals(author)).toList()));
    }

    private static ListJson<ExpertJson> experts(List<Expert> experts)
    {
        return new ListJson<>(experts.stream().map(ExpertJson::of).toList());
    }

    /** Lists the topics of a person; without {@code user}, of the current one. */
    @GET
    @Path("topics")
    public Response topics(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("user") String user) throws CopException
    {
        UserId who = user(user);
        return topics(request, wiki, who == null ? signedIn() : who);
    }

    private Response topics(ContainerRequestContext request, WikiId wiki, UserId who) throws CopException
    {
        return answer(request, () -> this.fragments.topics(who),
            () -> new ListJson<>(this.service.get().topics(actor(), wiki, who).stream().map(TopicJson::of).toList()));
    }

    /** Declares a topic, or changes its level. */
    @POST
    @Path("topics")
    @Writes
    public Response declare(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki)
        throws CopException
    {
        Input input = Input.of(request);
        Level level = input.choice("level", Level.class);
        Set<Offer> offers = null;
        if (input.has(OFFERS)) {
            offers = new HashSet<>();
            for (String offer : input.values(OFFERS)) {
                offers.add(Input.choice(OFFERS, offer, Offer.class));
            }
        }
        this.service.get().declare(signedIn(), wiki, new TopicDraft(input.text("topic"), level, input.text("note"), offers,
            input.has(EVIDENCE) ? input.lines(EVIDENCE) : null, version(input.text("version"))));
        return topics(request, wiki, actor());
    }

    private static Long version(String typed) throws CopException
    {
        if (typed.isBlank()) {
            return null;
        }
        if (!typed.matches("[0-9]{1,18}")) {
            throw CopException.invalid("version", "cop.error.malformed");
        }
        return Long.valueOf(typed);
    }

    /** Retracts a declared topic. */
    @DELETE
    @Path("topics")
    @Writes
    public Response retract(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("topic") String topic) throws CopException
    {
        this.service.get().retract(signedIn(), wiki, orEmpty(topic));
        return topics(request, wiki, actor());
    }

    /** Lists the topics that the current person has hidden. */
    @GET
    @Path("topics/hidden")
    public Response hidden(@PathParam("wiki") WikiId wiki) throws CopException
    {
        return json(new HiddenTopicsJson(this.service.get().hidden(signedIn(), wiki)));
    }

    /** Hides a topic of the current person. */
    @POST
    @Path("topics/hidden")
    @Writes
    public Response hide(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        this.service.get().hide(signedIn(), wiki, Input.of(request).text("topic"));
        return topics(request, wiki, actor());
    }

    /** Shows a hidden topic again. */
    @DELETE
    @Path("topics/hidden")
    @Writes
    public Response show(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("topic") String topic) throws CopException
    {
        this.service.get().show(signedIn(), wiki, orEmpty(topic));
        return topics(request, wiki, actor());
    }

    /** The topics that the current person has hidden. */
    record HiddenTopicsJson(List<String> items)
    {
    }
}
