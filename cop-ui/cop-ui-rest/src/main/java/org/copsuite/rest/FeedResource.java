/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.xwiki.component.annotation.Component;

/** Lists of questions as Atom feeds, for feed readers; each holds what who asks for it may view. */
@Component
@Named("org.copsuite.rest.FeedResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class FeedResource extends AbstractResource
{
    private static final String ATOM = "application/atom+xml;charset=utf-8";

    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private Provider<Texts> texts;

    @Inject
    private Provider<Requests> requests;

    /** Lists questions: filters and orders as the list itself, always its first page. */
    @GET
    @Path("feeds/questions")
    public Response questions(@PathParam("wiki") String wiki, @QueryParam("community") String community,
        @QueryParam("tag") String tag, @QueryParam("state") String state, @QueryParam("order") String order,
        @QueryParam("limit") Integer limit) throws CopException
    {
        Order chosen = Input.choice("order", order, Order.class);
        ListQuery query = new ListQuery(wiki, id(community), blankToNull(tag), null,
            Input.choice("state", state, State.class), chosen == null ? Order.NEWEST : chosen, null, limit(limit));
        String title = this.texts.get().text(this.requests.get().locale(), "cop.feed.title");
        AtomFeed feed = new AtomFeed(printer().links());
        return Response.ok(feed.write(title, self(query), this.queries.get().list(actor(), query).items()), ATOM).build();
    }

    /** What tells this feed from others, also when it is empty. */
    private static String self(ListQuery query)
    {
        return String.join("/", "questions", query.wiki(), String.valueOf(query.community()),
            String.valueOf(query.tag()), String.valueOf(query.state()), query.order().name());
    }
}
