/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.fragment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/** Questions: the page of one, its parts, lists, and the form that asks. */
@Component(roles = QuestionFragments.class)
@Singleton
public class QuestionFragments
{
    private static final String QUESTIONS = "questions";

    private static final String ANSWERS = "answers";

    private static final int TO_CHOOSE = 100;

    @Inject
    private Printer printer;

    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private Provider<QuestionService> service;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private Provider<Access> access;

    /**
     * A question with all that belongs to it, and what stands beside it. Counts the look.
     *
     * @param question which
     * @param order how the answers stand
     * @param editing the post whose form is open, {@code null} for none
     * @param titled whether it prints its title: not on its own page, which has it already
     * @return the question
     * @throws CopException NOT_FOUND
     */
    public Html page(PostId question, AnswerOrder order, PostId editing, boolean titled) throws CopException
    {
        QuestionView view = this.queries.get().question(this.printer.reader(), question, order);
        this.service.get().viewed(this.printer.reader(), this.printer.request().visitor(), question);
        return print("question/page", view, order, editing, titled);
    }

    /**
     * The question, its answers and the form that answers, without what stands beside.
     *
     * @param post the question or one of its answers
     * @return the thread
     * @throws CopException NOT_FOUND
     */
    public Html thread(PostId post) throws CopException
    {
        return print("question/thread", view(post), AnswerOrder.SCORE, null, false);
    }

    private Html print(String template, QuestionView view, AnswerOrder order, PostId editing, boolean titled)
    {
        return this.printer.print(template, "view", view, "order", order, "orders", List.of(AnswerOrder.values()),
            "editing", mayEdit(view, editing) ? editing : null, "titled", titled, "home",
            home(view.summary().page()).orElse(null), "reasons", List.of(ClosingReason.values()), "tagsText",
            String.join(" ", view.summary().tags()));
    }

    private static boolean mayEdit(QuestionView view, PostId editing)
    {
        return posts(view).anyMatch(post -> post.id().equals(editing) && post.may().edit());
    }

    private static Optional<PageId> home(PageId question)
    {
        SpaceId space = question.space().parent();
        boolean usual = !space.isWiki() && "Questions".equals(space.path().get(space.path().size() - 1))
            && space.path().size() > 1;
        return usual ? Optional.of(space.parent().home()) : Optional.empty();
    }

    /**
     * @param post a question or an answer
     * @return its vote box
     * @throws CopException NOT_FOUND
     */
    public Html voteBox(PostId post) throws CopException
    {
        return part("question/votebox", post);
    }

    /**
     * @param post a question or an answer
     * @return its comments, with the form for another one
     * @throws CopException NOT_FOUND
     */
    public Html comments(PostId post) throws CopException
    {
        return part("question/comments", post);
    }

    private Html part(String template, PostId post) throws CopException
    {
        QuestionView view = view(post);
        PostView part = posts(view).filter(other -> other.id().equals(post)).findFirst()
            .orElseThrow(CopException::notFound);
        return this.printer.print(template, "post", part, "kind", part == view.post() ? QUESTIONS : ANSWERS);
    }

    private QuestionView view(PostId post) throws CopException
    {
        PostId question = this.queries.get().find(this.printer.reader(), post).question();
        return this.queries.get().question(this.printer.reader(), question, AnswerOrder.SCORE);
    }

    private static Stream<PostView> posts(QuestionView view)
    {
        return Stream.concat(Stream.of(view.post()), view.answers().stream());
    }

    /**
     * Finds a question by the address of its page, as a reader copies it from the browser.
     *
     * @param address an absolute or relative URL
     * @return the question, if the reader may view one there
     */
    public Optional<PostId> atAddress(String address)
    {
        return Addresses.page(this.printer.links(), this.printer.wiki(), address).flatMap(page -> {
            try {
                return Optional.of(this.queries.get().at(this.printer.reader(), page).question());
            } catch (CopException e) {
                // No question there that this reader may know of.
                return Optional.empty();
            }
        });
    }

    /**
     * @param answer where an answer is
     * @return the way from the answer's own page to the question, where answers are read
     * @throws CopException NOT_FOUND
     */
    public Html answer(PostRef answer) throws CopException
    {
        QuestionSummary question = this.queries.get()
            .summaries(this.printer.reader(), answer.wiki(), List.of(answer.question())).get(answer.question());
        if (question == null) {
            throw CopException.notFound();
        }
        return this.printer.print("question/alone", "q", question, "url",
            this.printer.links().view(answer.questionPage()) + "#cop-post-" + answer.id());
    }

    /**
     * @param query which questions
     * @param look how the list looks
     * @return the list
     * @throws CopException INVALID for a cursor that is not of this list
     */
    public Html list(ListQuery query, Look look) throws CopException
    {
        ListView list = new ListView(this.queries.get().list(this.printer.reader(), query), query,
            look.heading() == null ? this.printer.text("cop.list.title") : look.heading(), look.heading() == null,
            look.tabs(), look.paged(), query.community() == null || look.keepCommunity(), look.keepCommunity());
        return this.printer.print("question/list", "list", list);
    }

    /**
     * The form that asks.
     *
     * @param community in which community, {@code null} to choose
     * @param title the title to begin with, may be {@code null}
     * @return the form
     * @throws CopException NOT_FOUND
     */
    public Html ask(UUID community, String title) throws CopException
    {
        List<CommunityView> open;
        if (community == null) {
            open = this.communities.get().directory(this.printer.reader(), this.printer.wiki(), "", null, TO_CHOOSE)
                .items();
        } else {
            open = List.of(this.communities.get().get(this.printer.reader(), this.printer.wiki(), community));
        }
        List<CommunityView> mine = open.stream()
            .filter(one -> this.access.get().has(this.printer.reader(), Right.COMMENT, one.page())).toList();
        return this.printer.print("question/ask", "communities", mine, "title", title);
    }

    /**
     * How a list looks.
     *
     * @param heading its heading, {@code null} for one that only screen readers see
     * @param tabs whether the reader may choose the order
     * @param paged whether older questions follow on the same page
     * @param keepCommunity whether links carry the community as a parameter
     */
    public record Look(String heading, boolean tabs, boolean paged, boolean keepCommunity)
    {
    }
}
