/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.net.URI;
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
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.question.QuestionFragments;
import org.copsuite.macro.question.QuestionFragments.Look;
import org.copsuite.question.AskGate.Held;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.question.QuestionService.Submission;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.SwitchJson;
import org.copsuite.rest.Writes;
import org.copsuite.wiki.Links;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Questions: lists, view, asking, answering, editing, closing, deleting. */
@Component
@Named("org.copsuite.rest.question.QuestionResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class QuestionResource extends AbstractResource
{
    private static final String TITLE = "title";

    private static final String BODY = "body";

    private static final String TAGS = "tags";

    @Inject
    private Provider<QuestionService> service;

    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private QuestionFragments fragments;

    /** Lists questions. */
    @GET
    @Path("questions")
    public Response list(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("community") String community, @QueryParam("tag") String tag, @QueryParam("author") String author,
        @QueryParam("state") String state, @QueryParam("order") String order, @QueryParam("after") String after,
        @QueryParam("limit") String limit) throws CopException
    {
        Order chosen = Input.choice("order", order, Order.class);
        ListQuery query = new ListQuery(wiki, community(community), blankToNull(tag), user(author),
            Input.choice("state", state, State.class), chosen == null ? Order.NEWEST : chosen, blankToNull(after),
            limit(limit));
        return answer(request, () -> this.fragments.list(query, new Look(null, true, true, true)),
            () -> SliceJson.of(this.queries.get().list(actor(), query), QuestionJson::of));
    }

    /** Returns whether questions and answers can be voted down. */
    @GET
    @Path("down-votes")
    public Response downVotes(@PathParam("wiki") WikiId wiki)
    {
        return json(new SwitchJson(this.service.get().hasDownVotes(wiki)));
    }

    /** Lists the questions about a page of the wiki ({@code page}), newest first. */
    @GET
    @Path("about")
    public Response about(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @QueryParam("page") String page, @QueryParam("limit") String limit) throws CopException
    {
        PageId about = pageAsked("page", orEmpty(page), wiki);
        if (about == null) {
            throw CopException.invalid("page", "cop.error.missing");
        }
        return answer(request, () -> this.fragments.about(about),
            () -> AboutJson.of(this.queries.get().about(actor(), about, limit(limit))));
    }

    /**
     * Parses the page that a request names, {@code null} if it is blank; refuses a page of another wiki.
     */
    private static PageId pageAsked(String name, String reference, WikiId wiki) throws CopException
    {
        PageId page;
        try {
            page = reference.isBlank() ? null : PageId.parse(reference.strip());
        } catch (IllegalArgumentException e) {
            throw CopException.invalid(name, "cop.error.page");
        }
        if (page != null && !page.wiki().equals(wiki)) {
            throw CopException.invalid(name, "cop.error.page");
        }
        return page;
    }

    /** Asks a question. */
    @POST
    @Path("questions")
    @Writes
    public Response ask(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki) throws CopException
    {
        Input input = Input.of(request);
        CommunityId community = CommunityId.ofNullable(input.id("community"));
        if (community == null) {
            signedIn();
            throw CopException.invalid("community", "cop.error.community");
        }
        Submission submission = this.service.get().submit(actor(), new Ask(input.newId("id"), community, input.text(TITLE),
            wikiText(input, BODY), input.words(TAGS), pageAsked("about", orEmpty(input.text("about")), wiki),
            input.flag("anonymous")));
        if (submission.held() != null) {
            return held(request, submission.held());
        }
        Post post = submission.post();
        return created(request, post.page(), "/questions/" + post.id(), () -> view(post.id(), null));
    }

    /** Answers that the question is held back: redirects pages to it, gives machines its location. */
    private Response held(ContainerRequestContext request, Held held) throws CopException
    {
        Links links = printer().links();
        String page = links.action(held.page(), "view", held.parameters());
        return choose(request,
            () -> Response.ok("", MediaType.TEXT_HTML_TYPE.withCharset("utf-8")).header("Cop-Go", page).build(),
            () -> Response.fromResponse(json(new HeldJson(held.id(), links.absolute(page))))
                .status(Response.Status.ACCEPTED)
                .location(URI.create(links.absolute(links.rest(printer().wiki(), held.path())))).build());
    }

    /** Returns a question with a page of its answers; {@code after} is the {@code next} of the previous page. */
    @GET
    @Path("questions/{id}")
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String id,
        @QueryParam("answers") String answers, @QueryParam("after") String after) throws CopException
    {
        PostId question = PostId.parse(id);
        AnswerOrder order = Input.choice("answers", answers, AnswerOrder.class);
        return answer(request, () -> this.fragments.thread(question),
            () -> ThreadJson.of(some(question, order, id(after))));
    }

    private ThreadJson view(PostId question, AnswerOrder order) throws CopException
    {
        return ThreadJson.of(some(question, order, null));
    }

    private QuestionView some(PostId question, AnswerOrder order, UUID after) throws CopException
    {
        return this.queries.get().question(actor(), question,
            ThreadQuery.after(order == null ? AnswerOrder.SCORE : order, after));
    }

    /** Edits a question, from a form. */
    @POST
    @Path("questions/{id}")
    @Writes
    public Response post(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return edit(request, id);
    }

    /** Edits a question. */
    @PUT
    @Path("questions/{id}")
    @Writes
    public Response put(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return edit(request, id);
    }

    private Response edit(ContainerRequestContext request, String id) throws CopException
    {
        Input input = Input.of(request);
        Post post = this.service.get().edit(actor(), PostId.parse(id), new Edit(input.text(TITLE),
            wikiText(input, BODY), input.words(TAGS), input.text("version"), input.text("comment"),
            input.flag("minor")));
        return answer(request, () -> this.fragments.thread(post.id()), () -> view(post.id(), null));
    }

    /** Deletes a question. */
    @DELETE
    @Path("questions/{id}")
    @Writes
    public Response delete(@Context ContainerRequestContext request, @PathParam("wiki") WikiId wiki,
        @PathParam("id") String id) throws CopException
    {
        PostRef post = this.queries.get().find(actor(), PostId.parse(id));
        if (!post.isQuestion()) {
            throw CopException.notFound();
        }
        this.service.get().delete(actor(), post.id());
        return choose(request, () -> go(post.community() == null ? post.page().space().parent().home()
            : this.communities.get().get(actor(), wiki, post.community()).page()), () -> done());
    }

    /** Lists the answers to a question page by page; {@code after} is the {@code next} of the previous page. */
    @GET
    @Path("questions/{id}/answers")
    public Response answers(@Context ContainerRequestContext request, @PathParam("id") String id,
        @QueryParam("order") String order, @QueryParam("after") String after) throws CopException
    {
        PostId question = PostId.parse(id);
        AnswerOrder chosen = Input.choice("order", order, AnswerOrder.class);
        return answer(request, () -> this.fragments.thread(question),
            () -> answers(some(question, chosen, id(after))));
    }

    private static SliceJson<PostJson> answers(QuestionView view)
    {
        UUID next = view.answerPage().next();
        return SliceJson.of(new Slice<>(view.answers(), next == null ? null : next.toString()), PostJson::of);
    }

    /** Answers a question. */
    @POST
    @Path("questions/{id}/answers")
    @Writes
    public Response reply(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        Input input = Input.of(request);
        Post answer = this.service.get().answer(actor(), PostId.parse(id), input.newId("id"), wikiText(input, BODY));
        return choose(request, () -> Response.fromResponse(html(() -> this.fragments.thread(answer.question())))
            .header("Cop-Created", answer.id()).build(), () -> createdAt("/answers/" + answer.id(),
                () -> PostResource.json(this.queries.get().post(actor(), answer.id(), null))));
    }

    /** Closes a question. */
    @POST
    @Path("questions/{id}/closing")
    @Writes
    public Response close(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        Input input = Input.of(request);
        PostId question = PostId.parse(id);
        ClosingReason reason = input.choice("reason", ClosingReason.class);
        if (reason == null) {
            signedIn();
            throw CopException.invalid("reason", "cop.error.reason");
        }
        PostId other = reason == ClosingReason.DUPLICATE ? this.other(input) : null;
        this.service.get().close(actor(), question, reason, other);
        return answer(request, () -> this.fragments.thread(question), () -> view(question, null));
    }

    /** Resolves the other question by its id or by the URL of its page, whose last digits identify it. */
    private PostId other(Input input) throws CopException
    {
        String text = input.text("duplicateOf").strip();
        if (text.isEmpty()) {
            throw CopException.invalid("duplicateOf", "cop.error.duplicate.missing");
        }
        UUID id = null;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return this.fragments.atAddress(text)
                .orElseThrow(() -> CopException.invalid("duplicateOf", "cop.error.duplicate.unknown"));
        }
        return new PostId(id);
    }

    /** Reopens a question. */
    @DELETE
    @Path("questions/{id}/closing")
    @Writes
    public Response reopen(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        PostId question = PostId.parse(id);
        this.service.get().reopen(actor(), question);
        return answer(request, () -> this.fragments.thread(question), () -> view(question, null));
    }
}
