/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

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
import javax.ws.rs.core.Response;

import org.copsuite.CopException;
import org.copsuite.macro.question.QuestionFragments;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.SinglePost;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.rest.AbstractResource;
import org.copsuite.rest.Cop;
import org.copsuite.rest.CopRestComponent;
import org.copsuite.rest.Input;
import org.copsuite.rest.SliceJson;
import org.copsuite.rest.Writes;
import org.xwiki.component.annotation.Component;

/** Votes and comments of questions and answers; and the answers themselves. */
@Component
@Named("org.copsuite.rest.question.PostResource")
@Singleton
@Cop
@Path(CopRestComponent.ROOT)
public class PostResource extends AbstractResource
{
    private static final String QUESTIONS = "questions";

    private static final String POSTS = "{kind: questions|answers}/{id}";

    @Inject
    private Provider<QuestionService> service;

    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private QuestionFragments fragments;

    /** Returns the votes of a post. */
    @GET
    @Path(POSTS + "/votes")
    public Response votes(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        PostId post = PostId.parse(id);
        return answer(request, () -> this.fragments.voteBox(post), () -> TallyJson.of(shown(post).view().tally()));
    }

    /** Votes: {@code value} is 1, -1, or 0 to withdraw. */
    @POST
    @Path(POSTS + "/votes")
    @Writes
    public Response vote(@Context ContainerRequestContext request, @PathParam("kind") String kind,
        @PathParam("id") String id) throws CopException
    {
        String value = Input.of(request).text("value").strip();
        if (!value.matches("[+-]?1|0")) {
            throw CopException.invalid("value", "cop.error.vote");
        }
        return vote(request, kind, PostId.parse(id), Integer.parseInt(value));
    }

    /** Withdraws a vote. */
    @DELETE
    @Path(POSTS + "/votes")
    @Writes
    public Response withdraw(@Context ContainerRequestContext request, @PathParam("kind") String kind,
        @PathParam("id") String id) throws CopException
    {
        return vote(request, kind, PostId.parse(id), 0);
    }

    private Response vote(ContainerRequestContext request, String kind, PostId post, int value) throws CopException
    {
        Tally tally = this.service.get().vote(actor(), post, value);
        return answer(request, () -> this.fragments.voteBox(post, QUESTIONS.equals(kind), tally),
            () -> TallyJson.of(tally));
    }

    /** Lists comments page by page; {@code after} is the {@code next} of the previous page. */
    @GET
    @Path(POSTS + "/comments")
    public Response comments(@Context ContainerRequestContext request, @PathParam("id") String id,
        @QueryParam("after") String after) throws CopException
    {
        PostId post = PostId.parse(id);
        String cursor = blankToNull(after);
        return answer(request,
            () -> cursor == null ? this.fragments.comments(post) : this.fragments.moreComments(post, cursor),
            () -> SliceJson.of(this.queries.get().comments(actor(), post, cursor), CommentJson::of));
    }

    /** Adds a comment. */
    @POST
    @Path(POSTS + "/comments")
    @Writes
    public Response comment(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        Input input = Input.of(request);
        PostId post = PostId.parse(id);
        UUID comment = this.service.get().comment(actor(), post, input.newId("id"), input.text("text"));
        return answer(request, () -> this.fragments.comments(post, comment), () -> comment(post, comment));
    }

    private CommentJson comment(PostId post, UUID comment) throws CopException
    {
        return CommentJson.of(this.queries.get().post(actor(), post, comment).view().comments().stream()
            .filter(one -> one.id().equals(comment)).findFirst().orElseThrow(CopException::notFound));
    }

    /** Deletes a comment; {@code post} names the post whose comments a page gets. */
    @DELETE
    @Path("comments/{comment}")
    @Writes
    public Response deleteComment(@Context ContainerRequestContext request, @PathParam("comment") String comment,
        @QueryParam("post") String post) throws CopException
    {
        this.service.get().deleteComment(actor(), PostId.parse(comment).value());
        return choose(request, () -> post == null ? done() : html(() -> this.fragments.comments(PostId.parse(post))),
            () -> done());
    }

    /** Returns an answer. */
    @GET
    @Path("answers/{id}")
    public Response get(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return shown(request, answer(id));
    }

    /** Edits an answer, from a form. */
    @POST
    @Path("answers/{id}")
    @Writes
    public Response post(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return edit(request, id);
    }

    /** Edits an answer. */
    @PUT
    @Path("answers/{id}")
    @Writes
    public Response put(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return edit(request, id);
    }

    private Response edit(ContainerRequestContext request, String id) throws CopException
    {
        Input input = Input.of(request);
        PostId answer = answer(id);
        this.service.get().edit(actor(), answer, new Edit(null, wikiText(input, "body"), null, input.text("version"),
            input.text("comment"), input.flag("minor")));
        return shown(request, answer);
    }

    /** Deletes an answer. */
    @DELETE
    @Path("answers/{id}")
    @Writes
    public Response delete(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        PostId answer = answer(id);
        PostId question = this.queries.get().find(actor(), answer).question();
        this.service.get().delete(actor(), answer);
        return choose(request, () -> html(() -> this.fragments.thread(question)), () -> done());
    }

    /** Accepts an answer. */
    @POST
    @Path("answers/{id}/acceptance")
    @Writes
    public Response accept(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return accept(request, id, true);
    }

    /** Withdraws an acceptance. */
    @DELETE
    @Path("answers/{id}/acceptance")
    @Writes
    public Response unaccept(@Context ContainerRequestContext request, @PathParam("id") String id) throws CopException
    {
        return accept(request, id, false);
    }

    private Response accept(ContainerRequestContext request, String id, boolean accepted) throws CopException
    {
        PostId answer = PostId.parse(id);
        this.service.get().accept(actor(), answer, accepted);
        return shown(request, answer);
    }

    private Response shown(ContainerRequestContext request, PostId answer) throws CopException
    {
        return answer(request, () -> this.fragments.thread(answer), () -> json(shown(answer)));
    }

    private SinglePost shown(PostId post) throws CopException
    {
        return this.queries.get().post(actor(), post, null);
    }

    private PostId answer(String id) throws CopException
    {
        PostId answer = PostId.parse(id);
        if (this.queries.get().find(actor(), answer).isQuestion()) {
            throw CopException.notFound();
        }
        return answer;
    }

    static AnswerJson json(SinglePost answer)
    {
        return new AnswerJson(PostJson.of(answer.view()), answer.ref().question().value());
    }
}
