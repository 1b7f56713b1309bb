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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityTallies;
import org.copsuite.ledger.Kept;
import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.AnswerOrder;
import org.copsuite.question.QuestionQueries.Closing;
import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.question.QuestionQueries.PostMay;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionMay;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/**
 * Reads all that a question's page shows: the question, its answers, comments, the reader's votes, and communities, a
 * statement each at most; linked questions, two; and people, whom it costs none to find again. As long as nothing is
 * written, only the reader's votes are read again.
 */
@Component(roles = QuestionPageReader.class)
@Singleton
public class QuestionPageReader implements Initializable
{
    private static final int LINKS = 20;

    /** Characters. */
    private static final long ROOM = 4_000_000;

    private static final int ROW = 500;

    @Inject
    private Ledger ledger;

    @Inject
    private QuestionLists lists;

    @Inject
    private PostRights rights;

    @Inject
    private Persons persons;

    @Inject
    private CommunityTallies communities;

    private Kept<Asked, Whole> kept;

    @Override
    public void initialize()
    {
        this.kept = new Kept<>(this.ledger, ROOM, Whole::size);
    }

    /**
     * A question, as asked for by somebody.
     *
     * @param wiki its wiki
     * @param id which
     * @param spaces what the reader may view: other questions are linked from there only
     */
    private record Asked(String wiki, UUID id, Set<String> spaces)
    {
    }

    /**
     * What the views hold of a question for readers of the same spaces. Pages with rights of their own are asked for each
     * time. The rows are read only.
     *
     * @param question the question
     * @param answers its answers
     * @param comments the comments, by post
     * @param linked the questions that it names, and that name it
     * @param titles the names of their communities
     */
    private record Whole(QuestionRow question, List<AnswerRow> answers, Map<UUID, List<CommentRow>> comments,
        List<QuestionLine> linked, Map<UUID, String> titles)
    {
        int size()
        {
            return ROW * (1 + this.linked.size()) + this.question.body.length()
                + this.answers.stream().mapToInt(a -> ROW + a.body.length()).sum()
                + this.comments.values().stream().flatMap(List::stream).mapToInt(c -> ROW + c.body.length()).sum();
        }
    }

    QuestionView read(UserId reader, String wiki, UUID id, AnswerOrder order) throws CopException
    {
        Set<String> spaces = this.lists.spaces(wiki, reader);
        QuestionView view = this.ledger.read(session -> {
            Whole whole = this.kept.get(new Asked(wiki, id, spaces), views -> whole(views, wiki, id, spaces));
            return whole == null || !this.rights.mayView(reader, PageId.parse(whole.question().page)) ? null
                : new Reading(session, reader, spaces, whole).view(order);
        });
        if (view == null) {
            throw CopException.notFound();
        }
        return view;
    }

    private Whole whole(Session session, String wiki, UUID id, Set<String> spaces)
    {
        QuestionRow question = Statements.question(session, wiki, id);
        if (question == null || question.deleted) {
            return null;
        }
        List<AnswerRow> answers = Statements.answers(session, wiki, id);
        List<QuestionLine> linked = linked(session, question, spaces);
        Set<UUID> named = new HashSet<>(Set.of(question.community));
        linked.forEach(l -> named.add(l.community()));
        return new Whole(question, answers, comments(session, question, answers), linked,
            this.communities.titles(session, wiki, named));
    }

    private static Map<UUID, List<CommentRow>> comments(Session session, QuestionRow question, List<AnswerRow> answers)
    {
        if (question.comments + answers.stream().mapToInt(a -> a.comments).sum() == 0) {
            return Map.of();
        }
        return session
            .createQuery("from CommentRow where wiki = :wiki and question = :id and deleted = false "
                + "order by created, place", CommentRow.class)
            .setParameter("wiki", question.wiki).setParameter("id", question.id).getResultStream()
            .collect(Collectors.groupingBy(c -> c.post));
    }

    /** Questions that this one names, and that name it; a statement each, since an index serves but one of both. */
    private static List<QuestionLine> linked(Session session, QuestionRow question, Set<String> spaces)
    {
        Map<UUID, QuestionLine> lines = new LinkedHashMap<>();
        Stream.concat(linked(session, question, spaces, "l.question = :id and q.id = l.other"),
            linked(session, question, spaces, "l.other = :id and q.id = l.question"))
            .sorted(Comparator.comparingInt(QuestionLine::score).reversed().thenComparing(l -> l.id().toString()))
            .forEach(l -> lines.putIfAbsent(l.id(), l));
        return List.copyOf(lines.values());
    }

    private static Stream<QuestionLine> linked(Session session, QuestionRow question, Set<String> spaces, String which)
    {
        return session
            .createQuery(QuestionLine.COLUMNS + "from LinkRow l, QuestionRow q where l.wiki = :wiki and "
                + "q.wiki = :wiki and " + which + " and " + QuestionLists.VISIBLE, QuestionLine.class)
            .setParameter("wiki", question.wiki).setParameter("id", question.id)
            .setParameterList("spaces", spaces).setMaxResults(LINKS).getResultList().stream();
    }

    /** The order of answers: ties are decided by age and the ledger, so that the same page shows the same order again. */
    static List<AnswerRow> ordered(List<AnswerRow> answers, AnswerOrder order)
    {
        Comparator<AnswerRow> oldest =
            Comparator.comparingLong((AnswerRow a) -> a.created).thenComparingLong(a -> a.place);
        int best = answers.stream().mapToInt(a -> a.score).max().orElse(0);
        Comparator<AnswerRow> comparator = switch (order) {
            case OLDEST -> oldest;
            case ACTIVE -> Comparator.comparingLong(QuestionPageReader::written).reversed().thenComparing(oldest);
            // An accepted answer that others outscored may be outdated: it keeps its mark, and loses its place.
            case SCORE -> Comparator.comparing((AnswerRow a) -> a.accepted && a.score >= best ? 0 : 1)
                .thenComparing(Comparator.comparingInt((AnswerRow a) -> a.score).reversed()).thenComparing(oldest);
        };
        return answers.stream().sorted(comparator).toList();
    }

    private static long written(AnswerRow answer)
    {
        return answer.edited == null ? answer.created : Math.max(answer.created, answer.edited);
    }

    /** One reading of one question by one reader. */
    private final class Reading
    {
        private final Session session;

        private final UserId reader;

        private final QuestionRow question;

        private final PageId page;

        private final List<AnswerRow> answers;

        private final Map<UUID, List<CommentRow>> comments;

        private final Map<UUID, Integer> votes;

        private final Map<UUID, QuestionLine> linked = new LinkedHashMap<>();

        private final Map<UUID, String> titles;

        private Map<UserId, Person> people;

        Reading(Session session, UserId reader, Set<String> spaces, Whole whole)
        {
            PostRights may = QuestionPageReader.this.rights;
            this.session = session;
            this.reader = reader;
            this.question = whole.question();
            this.page = PageId.parse(this.question.page);
            this.answers = whole.answers().stream()
                .filter(a -> a.ownRights ? may.mayView(reader, PageId.parse(a.page)) : spaces.contains(a.space)).toList();
            this.comments = whole.comments();
            this.votes = votes();
            whole.linked().stream().filter(l -> !l.ownRights() || may.mayView(reader, l.pageId()))
                .forEach(l -> this.linked.put(l.id(), l));
            this.titles = whole.titles();
        }

        private Map<UUID, Integer> votes()
        {
            if (this.reader.isGuest()) {
                return Map.of();
            }
            List<UUID> posts = new ArrayList<>(List.of(this.question.id));
            this.answers.forEach(a -> posts.add(a.id));
            return this.session
                .createQuery("select post, value from VoteRow where wiki = :wiki and voter = :voter and post in (:posts)",
                    Object[].class)
                .setParameter("wiki", this.question.wiki).setParameter("voter", this.reader.value())
                .setParameterList("posts", posts).getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Integer) row[1]));
        }

        QuestionView view(AnswerOrder order)
        {
            this.people = people();
            List<PostView> posts = ordered(this.answers, order).stream().map(this::answer).toList();
            List<QuestionSummary> links = this.linked.values().stream()
                .filter(l -> !l.id().equals(this.question.duplicateOf)).map(this::summary).toList();
            return new QuestionView(summary(QuestionLine.of(this.question)), question(), posts, closing(), links,
                about(), may());
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
            this.answers.forEach(a -> ids.add(new UserId(a.author)));
            this.comments.values().forEach(all -> all.forEach(c -> ids.add(new UserId(c.author))));
            this.linked.values().forEach(l -> ids.add(l.authorId()));
            return QuestionPageReader.this.persons.find(ids);
        }

        private QuestionSummary summary(QuestionLine line)
        {
            return line.summary(this.titles, this.people);
        }

        private PostView question()
        {
            QuestionRow q = this.question;
            UserId author = new UserId(q.author);
            return new PostView(new PostId(q.id), this.page, q.body, q.version, this.people.get(author),
                Instant.ofEpochMilli(q.created), instant(q.edited), tally(q.id, q.up, q.down), false, comments(q.id),
                may(author, this.page, false, q.answers == 0));
        }

        private PostView answer(AnswerRow a)
        {
            UserId author = new UserId(a.author);
            PageId place = PageId.parse(a.page);
            return new PostView(new PostId(a.id), place, a.body, a.version, this.people.get(author),
                Instant.ofEpochMilli(a.created), instant(a.edited), tally(a.id, a.up, a.down), a.accepted,
                comments(a.id), may(author, place, true, !a.accepted));
        }

        private Tally tally(UUID post, int up, int down)
        {
            return new Tally(up, down, this.votes.getOrDefault(post, 0));
        }

        private List<CommentView> comments(UUID post)
        {
            PostRights may = QuestionPageReader.this.rights;
            return this.comments.getOrDefault(post, List.of()).stream().map(c -> {
                UserId author = new UserId(c.author);
                boolean delete = may.isAuthor(this.reader, author, this.page) || may.moderates(this.reader, this.page);
                return new CommentView(c.id, c.body, this.people.get(author), Instant.ofEpochMilli(c.created), delete);
            }).toList();
        }

        private PostMay may(UserId author, PageId place, boolean answer, boolean untouched)
        {
            PostRights may = QuestionPageReader.this.rights;
            boolean own = may.isAuthor(this.reader, author, place);
            boolean part = may.mayTakePart(this.reader, place);
            boolean vote = part && !own;
            boolean accept = answer && (asks() || may.moderates(this.reader, this.page));
            return new PostMay(vote, vote && may.hasDownVotes(this.question.wiki), part,
                may.mayEdit(this.reader, author, place), accept,
                may.moderates(this.reader, place) || (own && untouched), part && !own);
        }

        private QuestionMay may()
        {
            PostRights may = QuestionPageReader.this.rights;
            boolean moderates = may.moderates(this.reader, this.page);
            boolean closer = asks() && this.reader.value().equals(this.question.closedBy);
            return new QuestionMay(!this.question.closed && may.mayTakePart(this.reader, this.page),
                !this.question.closed && (asks() || moderates), this.question.closed && (closer || moderates));
        }

        private boolean asks()
        {
            return QuestionPageReader.this.rights.isAuthor(this.reader, new UserId(this.question.author), this.page);
        }

        private Closing closing()
        {
            if (!this.question.closed) {
                return null;
            }
            QuestionLine original = this.linked.get(this.question.duplicateOf);
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
