/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityCounters;
import org.copsuite.db.KeysetPage;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionCache;
import org.copsuite.ledger.SharedReads;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries;
import org.copsuite.question.QuestionQueries.AnswerPage;
import org.copsuite.question.QuestionQueries.Closing;
import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.question.QuestionQueries.PostMay;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionMay;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionQueries.ThreadQuery;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/**
 * Reads everything that the page of a question shows. Takes at most one statement each for the question, the keys of
 * its answers, the answers of one page, their first comments, the reader's votes and the communities; two for linked
 * questions; one or two for more comments if requested; none for people who are cached. While nothing is written, only
 * the reader's votes are read again.
 */
@Component(roles = QuestionPageReader.class)
@Singleton
public class QuestionPageReader implements Initializable
{
    private static final int LINKS = 20;

    /** The capacity of the cache, in characters. */
    private static final long CAPACITY = 4_000_000;

    private static final int ROW = 500;

    private static final int KEY = 150;

    /** The number of answers above which all readers of a thread share one read of their keys. */
    private static final int LONG = 100;

    /** The number of threads whose keys are kept. */
    private static final int LONG_THREADS = 16;

    private static final Slice<CommentRow> NO_COMMENTS = new Slice<>(List.of(), null);

    @Inject
    private Ledger ledger;

    @Inject
    private QuestionLists lists;

    @Inject
    private PostRights rights;

    @Inject
    private Persons persons;

    @Inject
    private Askers askers;

    @Inject
    private CommunityCounters communities;

    private ProjectionCache<CacheKey, QuestionThread> cache;

    /** By the page of the question. */
    private final SharedReads<String, List<AnswerKey>> longThreads = new SharedReads<>(LONG_THREADS);

    @Override
    public void initialize()
    {
        this.cache = new ProjectionCache<>(this.ledger, CAPACITY, QuestionThread::size);
    }

    /**
     * The cache key of one part of a thread.
     *
     * @param wiki the wiki
     * @param id the question
     * @param spaces the deciding spaces that the reader may view; they restrict answers and linked questions
     * @param query the part of the thread
     */
    private record CacheKey(WikiId wiki, UUID id, Set<String> spaces, ThreadQuery query)
    {
    }

    /**
     * The part of a thread that is the same for all readers who may view the same spaces, cached. Pages with rights of
     * their own are checked each time. The rows are read-only.
     *
     * @param question the question
     * @param keys the keys of its answers, in order, without those outside the visible spaces unless their pages have
     *            rights of their own
     * @param cut the position of the page of answers
     * @param answers the answers on that page, in order
     * @param comments the comments to show, by post
     * @param linked the questions that it links to or that link to it
     * @param titles the names of their communities
     */
    private record QuestionThread(QuestionRow question, List<AnswerKey> keys, AnswerPage cut, List<AnswerWithText> answers,
        Map<UUID, Slice<CommentRow>> comments, List<QuestionSummaryRow> linked, Map<CommunityId, String> titles)
    {
        int size()
        {
            return ROW * (1 + this.linked.size()) + this.question.body.length() + KEY * this.keys.size()
                + this.answers.stream().mapToInt(a -> ROW + a.body().length()).sum()
                + this.comments.values().stream().flatMap(some -> some.items().stream())
                    .mapToInt(c -> ROW + c.body.length()).sum();
        }
    }

    QuestionView read(UserId reader, WikiId wiki, UUID id, ThreadQuery query) throws CopException
    {
        Set<String> spaces = this.lists.spaces(wiki, reader);
        KeysetPage<CommentRow> comments =
            query.comments() == null ? null : CommentReader.page(query.comments(), query.commentsAfter());
        CacheKey cacheKey = new CacheKey(wiki, id, spaces, query);
        QuestionView view = this.ledger.read(session -> {
            QuestionThread thread = this.cache.get(cacheKey, (cached, changes) -> thread(cached, changes,
                cacheKey, comments));
            return thread == null || !this.rights.mayView(reader, PageId.parse(thread.question().page)) ? null
                : new ViewBuilder(session, reader, thread).view();
        });
        if (view == null) {
            throw CopException.notFound();
        }
        return view;
    }

    /**
     * Reads what a page shows of one post. Does not check permissions: the reader must be allowed to view the post.
     *
     * @param comment a comment to show in addition to the first ones, {@code null} for none
     */
    PostView post(UserId reader, PostRepository.WithText found, UUID comment)
    {
        StoredPost post = found.post();
        QuestionRow question = post.question();
        return this.ledger.read(session -> {
            Map<UUID, Slice<CommentRow>> comments =
                CommentReader.first(session, new WikiId(question.wiki), Map.of(post.id(), post.commentCount()));
            CommentRow shown = comment == null ? null : QuestionRepository.comment(session, new WikiId(question.wiki),
                comment);
            if (shown != null && !shown.deleted) {
                comments.computeIfPresent(shown.post, (id, some) -> with(some, shown));
            }
            return new ViewBuilder(session, reader, new QuestionThread(question, List.of(), AnswerPage.NONE, found.answers(),
                comments, List.of(), Map.of())).post();
        });
    }

    /**
     * Reads a portion of a post's comments. Does not check permissions: the reader must be allowed to view the post.
     */
    Slice<CommentView> comments(UserId reader, StoredPost post, String after) throws CopException
    {
        KeysetPage<CommentRow> page = CommentReader.page(post.id(), after);
        Slice<CommentRow> some = this.ledger.read(session -> CommentReader.page(session, post.wiki(), post.id(), page));
        Map<UserId, Person> people =
            this.persons.find(some.items().stream().map(c -> new UserId(c.author)).collect(Collectors.toSet()));
        UserId self = this.askers.self(reader, post.question());
        return new Slice<>(views(reader, self, post.questionPage(), some.items(), people), some.next());
    }

    private List<CommentView> views(UserId reader, UserId self, PageId page, List<CommentRow> rows,
        Map<UserId, Person> people)
    {
        boolean moderates = this.rights.moderates(reader, page);
        return rows.stream().map(c -> {
            UserId author = new UserId(c.author);
            boolean delete = moderates || this.rights.isAuthor(self, author, page);
            return new CommentView(c.id, c.body, people.get(author), Instant.ofEpochMilli(c.created), delete);
        }).toList();
    }

    private QuestionThread thread(Session session, OptionalLong changes, CacheKey cacheKey,
        KeysetPage<CommentRow> commentsPage)
    {
        WikiId wiki = cacheKey.wiki();
        QuestionRow question = QuestionRepository.question(session, wiki, cacheKey.id());
        if (question == null || question.deleted) {
            return null;
        }
        ThreadQuery query = cacheKey.query();
        CommentRow shown = query.show() == null ? null : QuestionRepository.comment(session, wiki, query.show());
        boolean showsComment = shown != null && !shown.deleted && shown.question.equals(question.id);
        // One statement reads all answers of a short thread.
        List<AnswerWithText> all = question.answers == 0 || question.answers > QuestionQueries.ANSWERS ? List.of()
            : AnswerWithText.all(session, wiki, question.id);
        List<AnswerKey> keys = AnswerKey.ordered((question.answers > QuestionQueries.ANSWERS
            ? keys(session, changes, question).stream() : all.stream().map(answer -> AnswerKey.of(answer.row())))
            .filter(key -> key.ownRights() || cacheKey.spaces().contains(key.space())).toList(), query.order());
        AnswerKey.Cut cut = AnswerKey.Cut.of(keys, query.after(), showsComment ? shown.post : query.show());
        List<AnswerWithText> answers = all.isEmpty() ? answers(session, wiki, cut.keys()) : sorted(all, cut.keys());
        Map<UUID, Slice<CommentRow>> comments = comments(session, question, answers, query, commentsPage);
        if (showsComment) {
            comments.computeIfPresent(shown.post, (post, some) -> with(some, shown));
        }
        List<QuestionSummaryRow> linked = linked(session, question, cacheKey.spaces());
        Set<CommunityId> named = new HashSet<>(Set.of(new CommunityId(question.community)));
        linked.forEach(l -> named.add(new CommunityId(l.community())));
        return new QuestionThread(question, keys, cut.page(), answers, comments, linked,
            this.communities.titles(session, wiki, named));
    }

    /** The keys of a long thread are read once for all who wait. */
    private List<AnswerKey> keys(Session session, OptionalLong changes, QuestionRow question)
    {
        WikiId wiki = new WikiId(question.wiki);
        return question.answers <= LONG ? AnswerKey.all(session, wiki, question.id)
            : this.longThreads.get(question.page, changes,
                () -> AnswerKey.all(session, wiki, question.id));
    }

    private static List<AnswerWithText> answers(Session session, WikiId wiki, List<AnswerKey> keys)
    {
        if (keys.isEmpty()) {
            return List.of();
        }
        return sorted(AnswerWithText.some(session, wiki, keys.stream().map(AnswerKey::id).toList()), keys);
    }

    /** @return the answers whose keys are given, in the order of the keys */
    private static List<AnswerWithText> sorted(List<AnswerWithText> answers, List<AnswerKey> keys)
    {
        Map<UUID, AnswerWithText> known =
            answers.stream().collect(Collectors.toMap(answer -> answer.row().id, answer -> answer));
        return keys.stream().map(key -> known.get(key.id())).filter(answer -> answer != null).toList();
    }

    private static Map<UUID, Slice<CommentRow>> comments(Session session, QuestionRow question, List<AnswerWithText> answers,
        ThreadQuery query, KeysetPage<CommentRow> page)
    {
        Map<UUID, Integer> counts = new LinkedHashMap<>(Map.of(question.id, question.comments));
        answers.forEach(a -> counts.put(a.row().id, a.row().comments));
        UUID more = query.comments() != null && counts.getOrDefault(query.comments(), 0) > 0 ? query.comments() : null;
        if (more != null) {
            counts.remove(more);
        }
        Map<UUID, Slice<CommentRow>> comments = CommentReader.first(session, new WikiId(question.wiki), counts);
        if (more != null) {
            comments.put(more, CommentReader.page(session, new WikiId(question.wiki), more, page));
        }
        return comments;
    }

    /** Adds a comment that must be shown, even if comments before it are left out. */
    private static Slice<CommentRow> with(Slice<CommentRow> some, CommentRow shown)
    {
        if (some.items().stream().anyMatch(row -> row.id.equals(shown.id))) {
            return some;
        }
        List<CommentRow> rows = new ArrayList<>(some.items());
        rows.add(shown);
        return new Slice<>(rows, some.next());
    }

    /**
     * Reads the questions that a question links to or that link to it, in one statement each, since no index serves
     * both directions.
     */
    private static List<QuestionSummaryRow> linked(Session session, QuestionRow question, Set<String> spaces)
    {
        Map<UUID, QuestionSummaryRow> lines = new LinkedHashMap<>();
        Stream.concat(linked(session, question, spaces, "l.question = :id and q.id = l.other"),
            linked(session, question, spaces, "l.other = :id and q.id = l.question"))
            .sorted(Comparator.comparingInt(QuestionSummaryRow::score).reversed().thenComparing(l -> l.id().toString()))
            .forEach(l -> lines.putIfAbsent(l.id(), l));
        return List.copyOf(lines.values());
    }

    private static Stream<QuestionSummaryRow> linked(Session session, QuestionRow question, Set<String> spaces,
        String which)
    {
        return QuestionLists.in(spaces).read(LINKS, condition -> session
            .createQuery(QuestionSummaryRow.COLUMNS + "from LinkRow l, QuestionRow q where l.wiki = :wiki and "
                + "q.wiki = :wiki and " + which + " and q.deleted = false" + condition, QuestionSummaryRow.class)
            .setParameter("wiki", question.wiki).setParameter("id", question.id)).stream();
    }

    /** Builds the view of one question for one reader. */
    private final class ViewBuilder
    {
        private final Session session;

        private final UserId reader;

        /** As whom the reader acts in the thread. */
        private final UserId self;

        private final QuestionRow question;

        private final PageId page;

        private final List<AnswerWithText> answers;

        private final AnswerPage cut;

        private final Map<UUID, Slice<CommentRow>> comments;

        private final Map<UUID, Integer> votes;

        private final Map<UUID, QuestionSummaryRow> linked = new LinkedHashMap<>();

        private final Map<CommunityId, String> titles;

        private Map<UserId, Person> people;

        ViewBuilder(Session session, UserId reader, QuestionThread thread)
        {
            PostRights may = QuestionPageReader.this.rights;
            this.session = session;
            this.reader = reader;
            this.question = thread.question();
            this.self = QuestionPageReader.this.askers.self(reader, this.question);
            this.page = PageId.parse(this.question.page);
            this.answers = thread.answers().stream()
                .filter(a -> !a.row().ownRights || may.mayView(reader, PageId.parse(a.row().page))).toList();
            long hidden = thread.keys().stream()
                .filter(a -> a.ownRights() && !may.mayView(reader, PageId.parse(a.page()))).count();
            this.cut = hidden == 0 ? thread.cut() : new AnswerPage(thread.cut().total() - (int) hidden,
                thread.cut().first(), thread.cut().next(), thread.cut().hasPrevious(), thread.cut().previous());
            this.comments = thread.comments();
            this.votes = votes();
            thread.linked().stream().filter(l -> !l.ownRights() || may.mayView(reader, l.pageId()))
                .forEach(l -> this.linked.put(l.id(), l));
            this.titles = thread.titles();
        }

        private Map<UUID, Integer> votes()
        {
            if (this.reader.isGuest()) {
                return Map.of();
            }
            List<UUID> posts = new ArrayList<>(List.of(this.question.id));
            this.answers.forEach(a -> posts.add(a.row().id));
            return this.session
                .createQuery("select post, value from VoteRow where wiki = :wiki and voter = :voter and post in (:posts)",
                    Object[].class)
                .setParameter("wiki", this.question.wiki).setParameter("voter", this.reader.value())
                .setParameterList("posts", posts).getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
        }

        QuestionView view()
        {
            this.people = people();
            List<PostView> posts = this.answers.stream().map(this::answer).toList();
            List<QuestionSummary> links = this.linked.values().stream()
                .filter(l -> !l.id().equals(this.question.duplicateOf)).map(this::summary).toList();
            return new QuestionView(summary(QuestionSummaryRow.of(this.question)), question(), posts, this.cut,
                closing(), links,
                about(), may());
        }

        /** @return the only answer; the question if there is none */
        PostView post()
        {
            this.people = people();
            return this.answers.isEmpty() ? question() : answer(this.answers.get(0));
        }

        private PageId about()
        {
            return Optional.ofNullable(this.question.about).map(PageId::parse)
                .filter(about -> QuestionPageReader.this.rights.mayView(this.reader, about)).orElse(null);
        }

        private Map<UserId, Person> people()
        {
            Set<UserId> ids = new HashSet<>();
            ids.add(new UserId(this.question.author));
            if (this.question.closed) {
                ids.add(new UserId(this.question.closedBy));
            }
            this.answers.forEach(a -> ids.add(new UserId(a.row().author)));
            this.comments.values().forEach(some -> some.items().forEach(c -> ids.add(new UserId(c.author))));
            this.linked.values().forEach(l -> ids.add(l.authorId()));
            return QuestionPageReader.this.persons.find(ids);
        }

        private QuestionSummary summary(QuestionSummaryRow line)
        {
            return line.summary(this.titles, this.people);
        }

        private PostView question()
        {
            QuestionRow q = this.question;
            UserId author = new UserId(q.author);
            return new PostView(new PostId(q.id), this.page, q.body, q.version, this.people.get(author),
                Instant.ofEpochMilli(q.created), instant(q.edited), tally(q.id, q.up, q.down), false, comments(q.id), q.comments,
                more(q.id),
                may(author, this.page, false, q.answers == 0));
        }

        private PostView answer(AnswerWithText answer)
        {
            AnswerRow a = answer.row();
            UserId author = new UserId(a.author);
            PageId answerPage = PageId.parse(a.page);
            return new PostView(new PostId(a.id), answerPage, answer.body(), a.version, this.people.get(author),
                Instant.ofEpochMilli(a.created), instant(a.edited), tally(a.id, a.up, a.down), a.accepted,
                comments(a.id), a.comments, more(a.id), may(author, answerPage, true, !a.accepted));
        }

        private Tally tally(UUID post, int up, int down)
        {
            return new Tally(up, down, this.votes.getOrDefault(post, 0));
        }

        private List<CommentView> comments(UUID post)
        {
            List<CommentRow> rows = this.comments.getOrDefault(post, NO_COMMENTS).items();
            return rows.isEmpty() ? List.of() : views(this.reader, this.self, this.page, rows, this.people);
        }

        private String more(UUID post)
        {
            return this.comments.getOrDefault(post, NO_COMMENTS).next();
        }

        private PostMay may(UserId author, PageId postPage, boolean answer, boolean untouched)
        {
            PostRights may = QuestionPageReader.this.rights;
            boolean own = may.isAuthor(this.self, author, postPage);
            boolean part = may.mayTakePart(this.reader, postPage);
            boolean vote = part && !own;
            boolean accept = answer && (isAsker() || may.moderates(this.reader, this.page));
            return new PostMay(vote, vote && may.hasDownVotes(new WikiId(this.question.wiki)), part,
                may.mayEdit(this.reader, this.self, author, postPage), accept,
                may.moderates(this.reader, postPage) || (own && untouched));
        }

        private QuestionMay may()
        {
            PostRights may = QuestionPageReader.this.rights;
            boolean moderates = may.moderates(this.reader, this.page);
            boolean closer = isAsker() && this.self.value().equals(this.question.closedBy);
            return new QuestionMay(!this.question.closed && may.mayTakePart(this.reader, this.page),
                !this.question.closed && (isAsker() || moderates), this.question.closed && (closer || moderates),
                isAsker());
        }

        private boolean isAsker()
        {
            return QuestionPageReader.this.rights.isAuthor(this.self, new UserId(this.question.author), this.page);
        }

        private Closing closing()
        {
            if (!this.question.closed) {
                return null;
            }
            QuestionSummaryRow original = this.linked.get(this.question.duplicateOf);
            return new Closing(ClosingReason.valueOf(this.question.closingReason),
                this.people.get(new UserId(this.question.closedBy)), instant(this.question.closedAt),
                original == null ? null : summary(original));
        }

        private static Instant instant(Long milliseconds)
        {
            return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds);
        }
    }
}
