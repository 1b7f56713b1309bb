/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.search;

import java.util.Arrays;
import java.util.List;
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
import org.copsuite.PlainText;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Expert;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.macro.expertise.ExpertiseFragments;
import org.copsuite.macro.search.SearchFragments;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.Json;
import org.copsuite.rest.Writes;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.search.SearchService.Search;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Search for questions, tags and people; and the topics of one's profile. */
@Component
@Named("org.copsuite.rest.search.SearchResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class SearchResource extends AbstractResource
{
    private static final int FEW = 6;

    private static final int TEXT = 4_000;

    private static final int PEOPLE_LIMIT = 8;

    @Inject
    private Provider<SearchService> searchService;

    @Inject
    private Provider<ExpertiseService> expertise;

    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private SearchFragments fragments;

    @Inject
    private ExpertiseFragments experts;

    /** Searches questions and answers. */
    @GET
    @Path("search")
    public Response search(@Context ContainerRequestContext request, @PathParam("wiki") String wiki,
        @QueryParam("q") String text, @QueryParam("community") String community, @QueryParam("tag") String tag,
        @QueryParam("after") String after, @QueryParam("limit") Integer limit) throws CopException
    {
        UUID inside = id(community);
        String words = shortened(text);
        return answer(request,
            () -> this.fragments.search(words, inside, blankToNull(tag), blankToNull(after), limit(limit)),
            () -> json().found(this.searchService.get().search(actor(),
                new Search(wiki, words, inside, blankToNull(tag), blankToNull(after), limit(limit))),
                this.searchService.get().reading(words)));
    }

    /** Finds questions that resemble a question, or a text. */
    @GET
    @Path("related")
    public Response related(@Context ContainerRequestContext request, @PathParam("wiki") String wiki,
        @QueryParam("question") String question, @QueryParam("title") String title, @QueryParam("body") String body,
        @QueryParam("tags") String tags, @QueryParam("community") String community) throws CopException
    {
        Draft draft = draft(wiki, question, title, body, tags, community);
        return answer(request, () -> this.fragments.related(draft),
            () -> list(this.searchService.get().related(actor(), draft, FEW).stream().map(json()::hit).toList()));
    }

    /** Finds people who know about a topic, or could answer a question or a text. */
    @GET
    @Path("experts")
    public Response experts(@Context ContainerRequestContext request, @PathParam("wiki") String wiki,
        @QueryParam("topic") String topic, @QueryParam("question") String question, @QueryParam("title") String title,
        @QueryParam("body") String body, @QueryParam("tags") String tags, @QueryParam("community") String community,
        @QueryParam("limit") Integer limit) throws CopException
    {
        if (blankToNull(topic) != null) {
            UUID inside = id(community);
            return answer(request, () -> this.experts.experts(shortened(topic), "", inside, false), () -> experts(
                this.expertise.get().find(actor(), wiki, shortened(topic), inside, limit(limit))));
        }
        Draft draft = draft(wiki, question, title, body, tags, community);
        UserId author = blankToNull(question) == null ? null
            : this.fragments.summary(PostId.parse(question)).author().id();
        return answer(request, () -> this.experts.couldAnswer(draft, author),
            () -> experts(this.expertise.get().byText(actor(), draft, limit(limit)).stream()
                .filter(expert -> !expert.person().id().equals(author)).toList()));
    }

    private Object experts(List<Expert> experts)
    {
        return list(experts.stream().map(json()::expert).toList());
    }

    private Draft draft(String wiki, String question, String title, String body, String tags, String community)
        throws CopException
    {
        if (blankToNull(question) != null) {
            return this.fragments.draftOf(PostId.parse(question));
        }
        List<String> words =
            Arrays.stream(orEmpty(tags).split("[\\s,;]+")).filter(word -> !word.isEmpty()).limit(FEW).toList();
        return new Draft(wiki, shortened(title), shortened(body), words, id(community), Set.of());
    }

    private static String shortened(String text)
    {
        return PlainText.cut(orEmpty(text).strip(), TEXT);
    }

    /** Lists tags with the number of their questions. */
    @GET
    @Path("tags")
    public Response tags(@Context ContainerRequestContext request, @PathParam("wiki") String wiki,
        @QueryParam("community") String community, @QueryParam("prefix") String prefix,
        @QueryParam("limit") Integer limit) throws CopException
    {
        UUID inside = id(community);
        return answer(request, () -> this.fragments.tags(inside, orEmpty(prefix), limit(limit), true),
            () -> list(this.queries.get().tags(actor(), wiki, inside, orEmpty(prefix), limit(limit)).stream()
                .map(count -> Json.object("tag", count.tag(), "questions", count.questions())).toList()));
    }

    /** Finds accounts by the start of their name, for signed-in people. */
    @GET
    @Path("people")
    public Response people(@PathParam("wiki") String wiki, @QueryParam("prefix") String prefix) throws CopException
    {
        signedIn();
        String start = orEmpty(prefix).strip();
        return json(list(start.isEmpty() ? List.of()
            : accounts().startingWith(wiki, start, PEOPLE_LIMIT).stream().map(json()::person).toList()));
    }

    /** Lists the topics of a person; without {@code user}, of the current one. */
    @GET
    @Path("topics")
    public Response topics(@Context ContainerRequestContext request, @PathParam("wiki") String wiki,
        @QueryParam("user") String user) throws CopException
    {
        UserId who = user(user);
        return topics(request, wiki, who == null ? signedIn() : who);
    }

    private Response topics(ContainerRequestContext request, String wiki, UserId who) throws CopException
    {
        return answer(request, () -> this.experts.topics(who),
            () -> list(this.expertise.get().topics(actor(), wiki, who).stream().map(Json::topic).toList()));
    }

    /** Declares a topic, or changes its level. */
    @POST
    @Path("topics")
    @Writes
    public Response declare(@Context ContainerRequestContext request, @PathParam("wiki") String wiki)
        throws CopException
    {
        Input input = Input.of(request);
        Level level = input.choice("level", Level.class);
        this.expertise.get().declare(signedIn(), wiki, input.text("topic"), level, input.text("note"));
        return topics(request, wiki, actor());
    }

    /** Retracts a declared topic. */
    @DELETE
    @Path("topics")
    @Writes
    public Response retract(@Context ContainerRequestContext request, @PathParam("wiki") String wiki,
        @QueryParam("topic") String topic) throws CopException
    {
        this.expertise.get().retract(signedIn(), wiki, orEmpty(topic));
        return topics(request, wiki, actor());
    }
}
