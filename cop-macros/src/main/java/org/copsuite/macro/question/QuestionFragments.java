/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.question;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ItemLinks;
import org.copsuite.Slice;
import org.copsuite.Tags;
import org.copsuite.anonymity.SealService;
import org.copsuite.coaching.CoachingService;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.PageAddresses;
import org.copsuite.macro.fragment.PageParts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.notice.NoticeFragments;
import org.copsuite.macro.spi.QuestionPanel;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.PostMay;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.Questions;
import org.copsuite.question.QuestionQueries.SinglePost;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.question.TagWatch;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.xwiki.component.annotation.Component;

/** Prints questions: the page of a question, its parts, lists, and the form that asks a question. */
@Component(roles = QuestionFragments.class)
@Singleton
public class QuestionFragments
{
    private static final String QUESTIONS = "questions";

    private static final String ANSWERS = "answers";

    /** Maximum number of questions about one page. */
    private static final int ABOUT = 30;

    private static final int TO_CHOOSE = 100;

    @Inject
    private Printer printer;

    @Inject
    private NoticeFragments notices;

    @Inject
    private Provider<QuestionQueries> queries;

    @Inject
    private Provider<QuestionService> service;

    @Inject
    private Provider<CommunityService> communities;

    @Inject
    private NeedFragments needs;

    @Inject
    private PostActions actions;

    @Inject
    private PageParts parts;

    @Inject
    private Provider<List<QuestionPanel>> panels;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<Pages> pages;

    @Inject
    private MemberTexts memberTexts;

    @Inject
    private Provider<CoachingService> coaching;

    @Inject
    private Provider<SealService> seals;

    /**
     * Prints the page of a question: the thread and the side column. Counts one view.
     *
     * @param question the question
     * @param query the part of the thread to show
     * @param editing the post whose form is open, {@code null} for none
     * @param titled whether to print the title, which the question's own page has already
     * @return the page
     * @throws CopException NOT_FOUND if the question does not exist or the reader may not view it
     */
    public Html page(PostId question, ThreadQuery query, PostId editing, boolean titled) throws CopException
    {
        QuestionView view = this.queries.get().question(this.printer.reader(), question, query);
        this.service.get().viewed(this.printer.reader(), this.printer.request().visitor(), question);
        Html side = this.parts.print(this.panels.get(), panel -> panel.print(view));
        return print("question/page", view, query.order(), editing, titled, isGone(view, query.show()), side);
    }

    /**
     * Prints a thread without the side column: the question, its answers and the form that answers.
     *
     * @param post the question, or the answer whose page of answers to show
     * @return the thread
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it
     */
    public Html thread(PostId post) throws CopException
    {
        return print("question/thread", view(post), AnswerOrder.SCORE, null, false, false, Html.EMPTY);
    }

    /** Returns whether the target of a link is missing: deleted, moved, or not visible to this reader. */
    private static boolean isGone(QuestionView view, UUID show)
    {
        return show != null && posts(view).noneMatch(post -> post.id().value().equals(show)
            || post.comments().stream().anyMatch(comment -> comment.id().equals(show)));
    }

    private Html print(String template, QuestionView view, AnswerOrder order, PostId editing, boolean titled,
        boolean gone, Html side)
    {
        return this.printer.print(template, "view", view, "order", order, "orders", List.of(AnswerOrder.values()),
            "editing", mayEdit(view, editing) ? editing : null, "titled", titled, "gone", gone, "panels", side, "home",
            home(view.summary().page()).orElse(null), "reasons", List.of(ClosingReason.values()), "tagsText",
            String.join(" ", view.summary().tags()), "follow", this.needs.print(view), "actions",
            this.actions.print(posts(view).toList()), "unseen",
            this.notices.unseen(posts(view).map(post -> post.id().value())));
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
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it
     */
    public Html voteBox(PostId post) throws CopException
    {
        SinglePost found = this.queries.get().post(this.printer.reader(), post, null);
        return printVoteBox(found.ref().isQuestion(), new VoteBox(post, found.view().tally(), found.view().may()));
    }

    /**
     * Prints the vote box of a post on which the reader has just voted. Reads nothing.
     *
     * @param post a question or an answer
     * @param isQuestion whether it is a question
     * @param tally its votes
     * @return its vote box
     */
    public Html voteBox(PostId post, boolean isQuestion, Tally tally)
    {
        boolean down = this.service.get().hasDownVotes(this.printer.wiki());
        return printVoteBox(isQuestion, new VoteBox(post, tally, new PostMay(true, down, true, false, false, false)));
    }

    private Html printVoteBox(boolean isQuestion, VoteBox box)
    {
        return this.printer.print("question/votebox", "post", box, "kind", kind(isQuestion));
    }

    /**
     * @param post a question or an answer
     * @return its comments, with the form for a new one
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it
     */
    public Html comments(PostId post) throws CopException
    {
        return comments(post, null);
    }

    /**
     * @param post a question or an answer
     * @param comment a new comment on it, {@code null} for none
     * @return its first comments and that one, with the form for a new one
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it
     */
    public Html comments(PostId post, UUID comment) throws CopException
    {
        SinglePost found = this.queries.get().post(this.printer.reader(), post, comment);
        return this.printer.print("question/comments", "post", found.view(), "kind", kind(found.ref().isQuestion()),
            "questionPage", found.ref().questionPage());
    }

    private static String kind(boolean isQuestion)
    {
        return isQuestion ? QUESTIONS : ANSWERS;
    }

    /**
     * @param post a question or an answer
     * @param after the cursor after the comments that are shown already
     * @return the next comments, and the link to more
     * @throws CopException NOT_FOUND if the post does not exist or the reader may not view it; INVALID for a cursor of
     *            another list
     */
    public Html moreComments(PostId post, String after) throws CopException
    {
        PostRef place = this.queries.get().find(this.printer.reader(), post);
        Slice<CommentView> some = this.queries.get().comments(this.printer.reader(), post, after);
        return this.printer.print("question/morecomments", "comments", some.items(), "more", some.next(), "postId", post,
            "page", place.page(), "questionPage", place.questionPage(), "kind", kind(place.isQuestion()));
    }

    private QuestionView view(PostId post) throws CopException
    {
        PostId question = this.queries.get().find(this.printer.reader(), post).question();
        return this.queries.get().question(this.printer.reader(), question, ThreadQuery.showing(post.value()));
    }

    private static Stream<PostView> posts(QuestionView view)
    {
        return Stream.concat(Stream.of(view.post()), view.answers().stream());
    }

    /**
     * Finds a question by the URL of its page, as a reader copies it from the browser.
     *
     * @param address an absolute or relative URL
     * @return the question; empty if there is none or the reader may not view it
     */
    public Optional<PostId> atAddress(String address)
    {
        return PageAddresses.page(this.printer.links(), this.printer.wiki(), address).flatMap(page -> {
            try {
                return Optional.of(this.queries.get().at(this.printer.reader(), page).question());
            } catch (CopException e) {
                // There is no question that this reader may view.
                return Optional.empty();
            }
        });
    }

    /**
     * @param answer the location of an answer
     * @return the link from the answer's own page to the question, which shows the answers
     * @throws CopException NOT_FOUND if the question does not exist or the reader may not view it
     */
    public Html answer(PostRef answer) throws CopException
    {
        QuestionSummary question = this.queries.get()
            .summaries(this.printer.reader(), answer.wiki(), List.of(answer.question())).get(answer.question());
        if (question == null) {
            throw CopException.notFound();
        }
        return this.printer.print("question/alone", "q", question, "url",
            ItemLinks.url(this.printer.links(), answer.questionPage(), "cop-post-" + answer.id()));
    }

    /**
     * @param query the questions to list
     * @param look the options of the list
     * @return the list
     * @throws CopException INVALID for a cursor of another list
     */
    public Html list(ListQuery query, Look look) throws CopException
    {
        ListView list = new ListView(this.queries.get().list(this.printer.reader(), query), query,
            look.heading() == null ? this.printer.text("cop.list.title") : look.heading(), look.heading() == null,
            look.tabs(), look.paged(), query.community() == null || look.keepCommunity(), look.keepCommunity());
        String tag = look.tabs() ? query.tag() : null;
        return this.printer.print("question/list", "list", list, "watch", tag == null ? Html.EMPTY : this.notices
            .button(TagWatch.of(this.printer.wiki(), Tags.normalise(tag).orElse(tag)), false));
    }

    /**
     * Prints the form that asks a question.
     *
     * @param community the community, {@code null} if the reader chooses
     * @param title the initial title, may be {@code null}
     * @param about the page that the question is about, {@code null} for none; ignored if it does not exist or the
     *            reader may not view it
     * @return the form
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it
     */
    public Html ask(CommunityId community, String title, PageId about) throws CopException
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
        boolean seen = about != null && about.wiki().equals(this.printer.wiki())
            && this.access.get().has(this.printer.reader(), Right.VIEW, about) && this.pages.get().load(about).isPresent();
        boolean mayFound =
            mine.isEmpty() && this.communities.get().mayFound(this.printer.reader(), this.printer.wiki());
        return this.printer.print("question/ask", "communities", mine, "title", title, "about", seen ? about : null,
            "mayFound", mayFound, "anonymous",
            mine.stream().anyMatch(one -> this.seals.get().isOffered(this.printer.wiki(), one.id())), "coached",
            mine.stream().anyMatch(one -> this.coaching.get().isOn(this.printer.wiki(), one.id())));
    }

    /**
     * @param page any page
     * @return whether a page with a question object exists there that the reader may view. If no question is known
     *         there, the page belongs to no community, or its author may not ask in that community
     */
    public boolean isUntaken(PageId page)
    {
        return this.access.get().has(this.printer.reader(), Right.VIEW, page) && this.pages.get().load(page)
            .flatMap(Page::object).filter(object -> "question".equals(object.type())).isPresent();
    }

    /**
     * @param page a page with a question object on which no question is known
     * @return its text, and the link to the form that asks
     */
    public Html elsewhere(PageId page)
    {
        Page made = this.pages.get().load(page).orElseThrow();
        return this.printer.print("question/elsewhere", "title", made.title(), "body",
            this.memberTexts.preview(made.content(), page));
    }

    /**
     * Prints the questions about a page, and the link that asks another one.
     *
     * @param page any page of the wiki
     * @return the questions that the reader may view
     */
    public Html about(PageId page)
    {
        return aboutWithCount(page).html();
    }

    /**
     * @param page any page of the wiki
     * @return as {@link #about(PageId)}, with a title that contains the number of questions
     */
    public About aboutWithCount(PageId page)
    {
        Questions questions = this.queries.get().about(this.printer.reader(), page, ABOUT);
        String title = this.printer.text("cop.about.title", questions.items().size() + (questions.more() ? "+" : ""));
        return new About(questions.items().size(), title,
            this.printer.print("question/about", "questions", questions, "title", title, "page", page));
    }

    /**
     * @param page any page of the wiki
     * @return the number of questions about it that the reader may view, at most 30
     */
    public int countAbout(PageId page)
    {
        return this.queries.get().about(this.printer.reader(), page, ABOUT).items().size();
    }

    /**
     * Questions about a page.
     *
     * @param count the number of questions shown
     * @param title the title with that number, as plain text
     * @param html the questions, and the link that asks another one
     */
    public record About(int count, String title, Html html)
    {
    }

    /**
     * What a vote box shows.
     *
     * @param id the post
     * @param tally its votes, with the reader's own
     * @param may the actions that the reader may perform on it
     */
    public record VoteBox(PostId id, Tally tally, PostMay may)
    {
    }

    /**
     * Options of a list.
     *
     * @param heading the heading, {@code null} for one that only screen readers get
     * @param tabs whether the reader may choose the order
     * @param paged whether older questions follow on the same page
     * @param keepCommunity whether links pass the community as a parameter
     */
    public record Look(String heading, boolean tabs, boolean paged, boolean keepCommunity)
    {
    }
}
