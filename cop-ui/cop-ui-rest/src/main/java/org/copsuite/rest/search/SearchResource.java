/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.search;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.ListJson;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.search.SearchService.Search;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Search for questions and tags. */
@Component
@Named("org.copsuite.rest.search.SearchResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class SearchResource extends AbstractDraftResource
{
    private static final int FEW = 6;

    @Inject
    private Provider<SearchService> searchService;

    @Inject
    private Provider<QuestionQueries> queries;

    /** Searches questions and answers. */
    @GET
    @Path("search")
    public Response search(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("q") String text, @QueryParam("community") String community, @QueryParam("tag") String tag,
        @QueryParam("after") String after, @QueryParam("limit") String limit) throws CopException
    {
        CommunityId inside = community(community);
        String words = shortened(text);
        return answer(request,
            () -> search().search(words, inside, blankToNull(tag), blankToNull(after), limit(limit)),
            () -> FoundJson.of(this.searchService.get().search(actor(),
                new Search(wiki, words, inside, blankToNull(tag), blankToNull(after), limit(limit))),
                this.searchService.get().reading(words)));
    }

    /** Finds questions that resemble a question, or a text. */
    @GET
    @Path("related")
    public Response related(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("question") String question, @QueryParam("title") String title, @QueryParam("body") String body,
        @QueryParam("tags") String tags, @QueryParam("community") String community) throws CopException
    {
        Draft draft = draft(wiki, question, title, body, tags, community);
        return answer(request, () -> search().related(draft),
            () -> new ListJson<>(this.searchService.get().related(actor(), draft, FEW).stream().map(HitJson::of).toList()));
    }

    /** Lists tags with the number of their questions. */
    @GET
    @Path("tags")
    public Response tags(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community, @QueryParam("prefix") String prefix,
        @QueryParam("limit") String limit) throws CopException
    {
        CommunityId inside = community(community);
        return answer(request, () -> search().tags(inside, orEmpty(prefix), limit(limit), true),
            () -> new ListJson<>(this.queries.get().tags(actor(), wiki, inside, orEmpty(prefix), limit(limit)).stream()
                .map(TagJson::of).toList()));
    }
}
