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
import org.copsuite.Slice;
import org.copsuite.Tags;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.notice.WatchTarget;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.Questions;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.ThreadLinks;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Questions: the page of one, its parts, lists, and the form that asks. */
@Component(roles = QuestionFragments.class)
@Singleton
public class QuestionFragments
{
    private static final String QUESTIONS = "questions";

    private static final String ANSWERS = "answers";

    /** How many questions about one page are shown. */
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
    private Provider<RecognitionService> recognition;

    @Inject
    private Provider<Access> access;

    @Inject
    private Provider<Pages> pages;

    @Inject
    private MemberTexts memberTexts;

    /**
     * A question with all that belongs to it, and what stands beside it. Counts the look.
     *
     * @param question which
     * @param query which part of the thread
     * @param editing the post whose form is open, {@code null} for none
     * @param titled whether it prints its title: not on its own page, which has it already
     * @return the question
     * @throws CopException NOT_FOUND
     */
    public Html page(PostId question, ThreadQuery query, PostId editing, boolean titled) throws CopException
    {
        QuestionView view = this.queries.get().question(this.printer.reader(), question, query);
        this.service.get().viewed(this.printer.reader(), this.printer.request().visitor(), question);
        return print("question/page", view, query.order(), editing, titled, isGone(view, query.show()));
    }

    /**
     * The question, its answers and the form that answers, without what stands beside.
     *
     * @param post the question, or one of its answers, which then is on the page of answers that is shown
     * @return the thread
     * @throws CopException NOT_FOUND
     */
    public Html thread(PostId post) throws CopException
    {
        return print("question/thread", view(post), AnswerOrder.SCORE, null, false, false);
    }

    /** Whether what a link leads to is not there: deleted, moved, or not for this reader. */
    private static boolean isGone(QuestionView view, UUID show)
    {
        return show != null && posts(view).noneMatch(post -> post.id().value().equals(show)
            || post.comments().stream().anyMatch(comment -> comment.id().equals(show)));
    }

    private Html print(String template, QuestionView view, AnswerOrder order, PostId editing, boolean titled, boolean gone)
    {
        return this.printer.print(template, "view", view, "order", order, "orders", List.of(AnswerOrder.values()),
            "editing", mayEdit(view, editing) ? editing : null, "titled", titled, "gone", gone, "home",
            home(view.summary().page()).orElse(null), "reasons", List.of(ClosingReason.values()), "tagsText",
            String.join(" ", view.summary().tags()), "watch", watch(view), "thanking",
            this.recognition.get().isOn(this.printer.wiki()), "unseen", this.notices.unseen(view));
    }

    /** Who wrote in a question watches it without having said so. */
    private Html watch(QuestionView view)
    {
        UserId reader = this.printer.reader();
        return this.notices.button(WatchTarget.question(this.printer.wiki(), view.summary().id().value()),
            posts(view).anyMatch(post -> post.author().id().equals(reader)));
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
        return part("question/votebox", post, view(post));
    }

    /**
     * @param post a question or an answer
     * @return its comments, with the form for another one
     * @throws CopException NOT_FOUND
     */
    public Html comments(PostId post) throws CopException
    {
        return part("question/comments", post, view(post));
    }

    /**
     * @param post a question or an answer
     * @param comment a comment on it that was just written
     * @return its first comments and that one, with the form for another one
     * @throws CopException NOT_FOUND
     */
    public Html comments(PostId post, UUID comment) throws CopException
    {
        PostId question = this.queries.get().find(this.printer.reader(), post).question();
        return part("question/comments", post,
            this.queries.get().question(this.printer.reader(), question, ThreadQuery.showing(comment)));
    }

    /**
     * @param post a question or an answer
     * @param after the cursor of the comments that are shown already
     * @return those that come next, and the way to more
     * @throws CopException NOT_FOUND; INVALID for a cursor of another list
     */
    public Html moreComments(PostId post, String after) throws CopException
    {
        PostRef place = this.queries.get().find(this.printer.reader(), post);
        Slice<CommentView> some = this.queries.get().comments(this.printer.reader(), post, after);
        return this.printer.print("question/morecomments", "comments", some.items(), "more", some.next(), "postId", post,
            "page", place.page(), "questionPage", place.questionPage(), "kind",
            post.equals(place.question()) ? QUESTIONS : ANSWERS);
    }

    private Html part(String template, PostId post, QuestionView view) throws CopException
    {
        PostView part = posts(view).filter(other -> other.id().equals(post)).findFirst()
            .orElseThrow(CopException::notFound);
        return this.printer.print(template, "post", part, "kind", part == view.post() ? QUESTIONS : ANSWERS, "q",
            view.summary());
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
     * Finds a question by the address of its page, as a reader copies it from the browser.
     *
     * @param address an absolute or relative URL
     * @return the question, if the reader may view one there
     */
    public Optional<PostId> atAddress(String address)
    {
        return PageAddresses.page(this.printer.links(), this.printer.wiki(), address).flatMap(page -> {
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
            ThreadLinks.url(this.printer.links(), answer.questionPage(), "cop-post-" + answer.id()));
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
        String tag = look.tabs() ? query.tag() : null;
        return this.printer.print("question/list", "list", list, "watch", tag == null ? Html.EMPTY : this.notices
            .button(new WatchTarget(this.printer.wiki(), WatchTarget.Type.TAG, Tags.normalise(tag).orElse(tag)), false));
    }

    /**
     * The form that asks.
     *
     * @param community in which community, {@code null} to choose
     * @param title the title to begin with, may be {@code null}
     * @param about the page to ask about, {@code null} for none; one that is not there or that the reader may not view
     *     counts as none
     * @return the form
     * @throws CopException NOT_FOUND
     */
    public Html ask(UUID community, String title, PageId about) throws CopException
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
            "mayFound", mayFound);
    }

    /**
     * @param page any page
     * @return whether it was made as a question and is none: it lies in no community, or its author may not ask there
     */
    public boolean isUntaken(PageId page)
    {
        return this.access.get().has(this.printer.reader(), Right.VIEW, page) && this.pages.get().load(page)
            .flatMap(Page::object).filter(object -> "question".equals(object.type())).isPresent();
    }

    /**
     * @param page a page that was made as a question and is none
     * @return its text, and the way to the form that asks
     */
    public Html elsewhere(PageId page)
    {
        Page made = this.pages.get().load(page).orElseThrow();
        return this.printer.print("question/elsewhere", "title", made.title(), "body",
            this.memberTexts.preview(made.content(), page));
    }

    /**
     * The questions about a page, and the way to ask another one.
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
     * @return the same, with a title that says how many they are
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
     * @return how many questions about it the reader may view
     */
    public int countAbout(PageId page)
    {
        return this.queries.get().about(this.printer.reader(), page, ABOUT).items().size();
    }

    /**
     * The questions about a page.
     *
     * @param count how many are shown
     * @param title plain text that says how many they are
     * @param html the questions, and the way to ask another one
     */
    public record About(int count, String title, Html html)
    {
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
