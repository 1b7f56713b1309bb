/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.ProcessingException;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.template.TextTool;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Lists of questions as Atom feeds, each with what the requesting person may view. */
@Component
@Named("org.copsuite.rest.question.FeedResource")
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

    /** Lists questions, with the filters and orders of the list; always its first page. */
    @GET
    @Path("feeds/questions")
    public Response questions(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community,
        @QueryParam("tag") String tag, @QueryParam("state") String state, @QueryParam("order") String order,
        @QueryParam("limit") String limit) throws CopException
    {
        Order chosen = Input.choice("order", order, Order.class);
        ListQuery query = new ListQuery(wiki, community(community), blankToNull(tag), null,
            Input.choice("state", state, State.class), chosen == null ? Order.NEWEST : chosen, null, limit(limit));
        String title = this.texts.get().text(this.requests.get().locale(), "cop.feed.title");
        String feed = new AtomFeed(printer().links()).write(title, self(query), url(query),
            this.queries.get().list(actor(), query).items());
        // Computed from the answer only: no tag changes because of something that only others may view.
        EntityTag seen = new EntityTag(digest(actor().value() + '\n' + feed), true);
        Response.ResponseBuilder known = known(request, seen);
        Response.ResponseBuilder answer = known == null ? Response.ok(feed, ATOM).tag(seen) : known.tag(seen);
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
    }

    /** Returns the answer to a reader who knows this version of the feed; {@code null} to any other reader. */
    private static Response.ResponseBuilder known(ContainerRequestContext request, EntityTag seen)
    {
        try {
            return request.getRequest().evaluatePreconditions(seen);
        } catch (ProcessingException e) {
            // A header that cannot be parsed names no version.
            return null;
        }
    }

    private static String digest(String text)
    {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, which every Java platform has.", e);
        }
    }

    /** Returns the canonical URL of this feed. */
    private String url(ListQuery query)
    {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("community", query.community());
        said.put("tag", query.tag());
        said.put("state", lower(query.state()));
        said.put("order", lower(query.order()));
        said.put("limit", query.limit() == LIMIT ? null : query.limit());
        String parameters = said.entrySet().stream().filter(one -> one.getValue() != null)
            .map(one -> one.getKey() + '=' + TextTool.encode(one.getValue().toString())).collect(Collectors.joining("&"));
        return printer().links().absolute(printer().links().rest(query.wiki(), "/feeds/questions") + '?' + parameters);
    }

    private static String lower(Enum<?> value)
    {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the identity of this feed, which does not depend on its entries. */
    private static String self(ListQuery query)
    {
        return String.join("/", "questions", query.wiki().value(), String.valueOf(query.community()),
            String.valueOf(query.tag()), String.valueOf(query.state()), query.order().name());
    }
}
