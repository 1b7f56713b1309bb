/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Cursor;
import org.copsuite.PlainText;
import org.copsuite.Slice;
import org.copsuite.Tags;
import org.copsuite.community.CommunityCounters;
import org.copsuite.db.IdCondition;
import org.copsuite.db.Keyset;
import org.copsuite.db.KeysetPage;
import org.copsuite.db.Like;
import org.copsuite.db.OrderedHsqlDialect;
import org.copsuite.db.VisibleRows;
import org.copsuite.db.VisibleSpaces;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ProjectionCache;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.ListQuery;
import org.copsuite.question.QuestionQueries.Order;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.Questions;
import org.copsuite.question.QuestionQueries.State;
import org.copsuite.question.QuestionQueries.TagCount;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;

/** Lists questions and tags, filtered by what the reader may view. */
@Component(roles = QuestionLists.class)
@Singleton
public class QuestionLists implements Initializable
{
    private static final int TAGS = 200;

    /** The capacity of the cache in rows; a row has about a thousand characters. */
    private static final long CAPACITY = 10_000;

    /** The capacity of the cache of tags by space, in tags of a space, which take some tens of bytes each. */
    private static final long TAG_CAPACITY = 200_000;

    @Inject
    private Ledger ledger;

    @Inject
    private Access access;

    @Inject
    private PostRights rights;

    @Inject
    private Persons persons;

    @Inject
    private CommunityCounters communities;

    private ProjectionCache<Object, Lines> cache;

    private ProjectionCache<TagsKey, List<TagCount>> tagCounts;

    private ProjectionCache<StartKey, Map<String, List<TagCount>>> tagSpaces;

    @Override
    public void initialize()
    {
        this.cache = new ProjectionCache<>(this.ledger, CAPACITY, lines -> 1 + lines.all().size());
        this.tagCounts = new ProjectionCache<>(this.ledger, CAPACITY, tags -> 1 + tags.size());
        this.tagSpaces = new ProjectionCache<>(this.ledger, TAG_CAPACITY,
            tags -> 1 + tags.values().stream().mapToInt(List::size).sum());
    }

    /**
     * The part of a list that is the same for all readers who may view the same spaces, cached. Authors' names and
     * pages with rights of their own are not cached: they depend on data outside the projections.
     *
     * @param all the questions
     * @param next the cursor of the next page, {@code null} if there are no more
     * @param titles the names of their communities
     */
    private record Lines(List<QuestionSummaryRow> all, String next, Map<CommunityId, String> titles)
    {
    }

    /**
     * The cache key of a page of a list.
     *
     * @param query the query
     * @param authors the names of the person whose questions it lists, empty for all people
     * @param spaces the deciding spaces that the reader may view
     */
    private record ListKey(ListQuery query, Set<String> authors, Set<String> spaces)
    {
    }

    /**
     * The cache key of the summary of a question.
     *
     * @param wiki its wiki
     * @param id its id
     */
    private record SummaryKey(WikiId wiki, UUID id)
    {
    }

    /**
     * The cache key of the tags of a wiki.
     *
     * @param wiki the wiki
     * @param spaces the deciding spaces that the reader may view
     * @param start the pattern of the tags
     * @param most the largest number of tags
     */
    private record TagsKey(WikiId wiki, Set<String> spaces, String start, int most)
    {
    }

    /**
     * The cache key of the tags of all spaces of a wiki.
     *
     * @param wiki the wiki
     * @param start the pattern of the tags
     */
    private record StartKey(WikiId wiki, String start)
    {
    }

    Slice<QuestionSummary> list(UserId reader, ListQuery query) throws CopException
    {
        Set<String> authors = query.author() == null ? Set.of()
            : UserId.values(this.persons.idsOf(query.wiki(), query.author()));
        ListStatement statement = new ListStatement(query, authors);
        Set<String> spaces = spaces(query.wiki(), reader);
        Lines lines = this.cache.get(new ListKey(query, authors, spaces),
            session -> lines(session, query.wiki(), statement.run(session, spaces)));
        return new Slice<>(List.copyOf(summaries(lines, visible(reader, lines.all())).values()), lines.next());
    }

    /**
     * Lists the questions about a page. Few questions are about one page, so all that the reader may view count, up to
     * the limit. The result for a page that the reader may not view is empty, so that it does not reveal whether there
     * are questions about it.
     */
    Questions about(UserId reader, PageId page, int limit)
    {
        if (!this.rights.mayView(reader, page)) {
            return new Questions(List.of(), false);
        }
        int most = Math.max(1, Math.min(Keyset.MAXIMUM, limit));
        return this.ledger.read(session -> {
            List<QuestionSummaryRow> lines = visible(reader, in(spaces(page.wiki(), reader)).read(most + 1,
                condition -> session
                    .createQuery(QuestionSummaryRow.SELECT + "q.about = :about and q.wiki = :wiki and q.deleted = false"
                        + condition + " order by q.created desc, q.sequence desc", QuestionSummaryRow.class)
                    .setParameter("about", page.toString()).setParameter("wiki", page.wiki().value())));
            if (lines.isEmpty()) {
                return new Questions(List.of(), false);
            }
            List<QuestionSummaryRow> shown = lines.subList(0, Math.min(most, lines.size()));
            return new Questions(List.copyOf(summaries(session, page.wiki(), shown).values()), lines.size() > most);
        });
    }

    /** Selects the ids by the index of answers by author first, then reads those questions by id. */
    Questions answered(UserId reader, WikiId wiki, UserId person, int limit)
    {
        int most = Math.max(1, Math.min(Keyset.MAXIMUM, limit));
        Set<String> spaces = spaces(wiki, reader);
        Set<String> authors = UserId.values(this.persons.idsOf(wiki, person));
        return this.ledger.read(session -> {
            List<UUID> ids = answered(session, wiki, authors, spaces, most + 1);
            if (ids.isEmpty()) {
                return new Questions(List.of(), false);
            }
            List<UUID> shown = ids.subList(0, Math.min(most, ids.size()));
            List<QuestionSummaryRow> lines = new ArrayList<>(visible(reader, in(spaces).filter(lines(session, wiki,
                Set.copyOf(shown)))));
            lines.sort(Comparator.comparingInt(line -> shown.indexOf(line.id())));
            return new Questions(List.copyOf(summaries(session, wiki, lines).values()), ids.size() > most);
        });
    }

    /**
     * Returns the questions that people answered last. Most people answer a question once, so twice as many answers, which an
     * index has in this order, are mostly enough; only where they are not, all answers of the people are grouped.
     */
    private static List<UUID> answered(Session session, WikiId wiki, Set<String> authors, Set<String> spaces, int wanted)
    {
        VisibleRows<Object[]> visible =
            VisibleRows.whereAll(spaces, List.of("a.space"), row -> spaces.contains((String) row[1]));
        List<UUID> latest = questions(session, wiki, authors, visible, 2 * wanted, " order by a.created desc, a.sequence desc");
        List<UUID> ids = latest.stream().distinct().toList();
        return ids.size() >= wanted || latest.size() < 2 * wanted ? ids.subList(0, Math.min(wanted, ids.size()))
            : questions(session, wiki, authors, visible, wanted,
                " group by a.question, a.space order by max(a.created) desc, max(a.sequence) desc").stream().distinct().toList();
    }

    private static List<UUID> questions(Session session, WikiId wiki, Set<String> authors, VisibleRows<Object[]> visible,
        int most, String order)
    {
        return visible.read(most, condition -> session.createQuery("select a.question, a.space from AnswerRow a "
            + "where a.wiki = :wiki and a.author in (:authors) and a.deleted = false and a.ownRights = false" + condition
            + order, Object[].class).setParameter("wiki", wiki.value()).setParameterList("authors", authors)).stream()
            .map(row -> (UUID) row[0]).toList();
    }

    private static List<QuestionSummaryRow> lines(Session session, WikiId wiki, Set<UUID> ids)
    {
        return IdCondition.set(session
            .createQuery(QuestionSummaryRow.SELECT + IdCondition.condition(session, "q", ids) + " and q.deleted = false",
                QuestionSummaryRow.class), ids)
            .setParameter("wiki", wiki.value()).getResultList();
    }

    /**
     * @param spaces the deciding spaces that the reader may view
     * @return reads questions {@code q} in these spaces; pages with rights of their own are checked one by one afterwards
     */
    static VisibleRows<QuestionSummaryRow> in(Set<String> spaces)
    {
        return VisibleRows.inSpaces(spaces, "q", QuestionSummaryRow::space, QuestionSummaryRow::ownRights);
    }

    Map<PostId, QuestionSummary> summaries(UserId reader, WikiId wiki, Collection<PostId> questions)
    {
        if (questions.isEmpty()) {
            return Map.of();
        }
        Map<Object, Lines> each = this.cache.getAll(questions.stream().distinct()
            .map(id -> new SummaryKey(wiki, id.value())).toList(), (session, missing) -> each(session, wiki, missing));
        Map<CommunityId, String> titles = new HashMap<>();
        each.values().forEach(one -> titles.putAll(one.titles()));
        List<QuestionSummaryRow> all =
            in(spaces(wiki, reader)).filter(each.values().stream().flatMap(one -> one.all().stream()).toList());
        return summaries(new Lines(all, null, titles), visible(reader, all));
    }

    /** Reads questions by id, in any space, as one list for each, so that other sets of questions share them. */
    private Map<Object, Lines> each(Session session, WikiId wiki, Set<Object> keys)
    {
        Set<UUID> ids = keys.stream().map(key -> ((SummaryKey) key).id()).collect(Collectors.toSet());
        Lines lines = lines(session, wiki, new Slice<>(lines(session, wiki, ids), null));
        Map<Object, Lines> each = new HashMap<>();
        lines.all().forEach(row -> {
            CommunityId community = new CommunityId(row.community());
            String title = lines.titles().get(community);
            each.put(new SummaryKey(wiki, row.id()),
                new Lines(List.of(row), null, title == null ? Map.of() : Map.of(community, title)));
        });
        return each;
    }

    private List<QuestionSummaryRow> visible(UserId reader, List<QuestionSummaryRow> lines)
    {
        return lines.stream().filter(l -> !l.ownRights() || this.rights.mayView(reader, l.pageId())).toList();
    }

    private Lines lines(Session session, WikiId wiki, Slice<QuestionSummaryRow> slice)
    {
        return new Lines(slice.items(), slice.next(), this.communities.titles(session, wiki,
            slice.items().stream().map(row -> new CommunityId(row.community())).collect(Collectors.toSet())));
    }

    /**
     * Adds the authors' names.
     *
     * @return the summaries, in the order of the rows
     */
    private Map<PostId, QuestionSummary> summaries(Lines lines, List<QuestionSummaryRow> shown)
    {
        Map<UserId, Person> people =
            this.persons.find(shown.stream().map(QuestionSummaryRow::authorId).collect(Collectors.toSet()));
        Map<PostId, QuestionSummary> summaries = new LinkedHashMap<>();
        shown.forEach(l -> summaries.put(new PostId(l.id()), l.summary(lines.titles(), people)));
        return summaries;
    }

    private Map<PostId, QuestionSummary> summaries(Session session, WikiId wiki, List<QuestionSummaryRow> lines)
    {
        return summaries(lines(session, wiki, new Slice<>(lines, null)), lines);
    }

    List<TagCount> tags(UserId reader, WikiId wiki, CommunityId community, String prefix, int limit)
    {
        String start = Like.literally(PlainText.line(prefix).toLowerCase(Locale.ROOT)) + '%';
        int most = Math.max(1, Math.min(limit, TAGS));
        Set<String> spaces = spaces(wiki, reader);
        return community == null ? tags(wiki, spaces, start, most) : tags(wiki, community, spaces, start, most);
    }

    private List<TagCount> tags(WikiId wiki, Set<String> spaces, String start, int most)
    {
        return this.tagCounts.get(new TagsKey(wiki, spaces, start, most), session -> VisibleRows.mayName(spaces)
            ? session
                .createQuery("select t.tag, sum(t.questions) from TagRow t where t.wiki = :wiki and t.space in (:spaces) "
                    + "and t.questions > 0 and t.tag like :prefix escape '!' group by t.tag order by 2 desc, 1",
                    Object[].class)
                .setParameter("wiki", wiki.value()).setParameterList("spaces", spaces).setParameter("prefix", start)
                .setMaxResults(most).getResultStream()
                .map(row -> new TagCount((String) row[0], ((Long) row[1]).intValue())).toList()
            : most(this.tagSpaces.get(new StartKey(wiki, start), s -> tagSpaces(s, wiki, start)), spaces, most));
    }

    /** Reads the tags of all spaces, once for all readers who may view more spaces than a statement names. */
    private static Map<String, List<TagCount>> tagSpaces(Session session, WikiId wiki, String start)
    {
        Map<String, List<TagCount>> tags = new HashMap<>();
        session.createQuery("select t.space, t.tag, t.questions from TagRow t where t.wiki = :wiki and t.questions > 0 "
            + "and t.tag like :prefix escape '!'", Object[].class).setParameter("wiki", wiki.value())
            .setParameter("prefix", start).getResultStream()
            .forEach(row -> tags.computeIfAbsent((String) row[0], space -> new ArrayList<>())
                .add(new TagCount((String) row[1], (Integer) row[2])));
        return tags;
    }

    private static List<TagCount> most(Map<String, List<TagCount>> tags, Set<String> spaces, int most)
    {
        Map<String, Integer> counts = new HashMap<>();
        spaces.forEach(space -> tags.getOrDefault(space, List.of())
            .forEach(tag -> counts.merge(tag.tag(), tag.questions(), Integer::sum)));
        return most(counts, most);
    }

    private static List<TagCount> most(Map<String, Integer> counts, int most)
    {
        return counts.entrySet().stream().map(tag -> new TagCount(tag.getKey(), tag.getValue()))
            .sorted(Comparator.comparingInt(TagCount::questions).reversed().thenComparing(TagCount::tag)).limit(most)
            .toList();
    }

    /**
     * Reads the tags of a community and filters by space here: a community has few spaces with rights of their own, but
     * a reader may view the spaces of thousands of communities.
     */
    private List<TagCount> tags(WikiId wiki, CommunityId community, Set<String> spaces, String start, int most)
    {
        Map<String, Integer> counts = new HashMap<>();
        this.ledger.read(session -> session
            .createQuery("select t.tag, t.space, t.questions from TagRow t where t.wiki = :wiki "
                + "and t.community = :community and t.questions > 0 and t.tag like :prefix escape '!'", Object[].class)
            .setParameter("wiki", wiki.value()).setParameter("community", community.value())
            .setParameter("prefix", start).getResultList()).stream().filter(row -> spaces.contains(row[1]))
            .forEach(row -> counts.merge((String) row[0], (Integer) row[2], Integer::sum));
        return most(counts, most);
    }

    /** @return the deciding spaces that the reader may view, in a stable order */
    Set<String> spaces(WikiId wiki, UserId reader)
    {
        return VisibleSpaces.of(this.access, wiki, reader);
    }

    /** The statement of a list. Each order has an index that starts with the columns that the filters fix. */
    private static final class ListStatement
    {
        private final ListQuery query;

        private final Set<String> authors;

        private final StringBuilder conditions = new StringBuilder();

        private final Map<String, Object> parameters = new HashMap<>();

        private final List<String> fixed = new ArrayList<>(List.of("q.wiki"));

        private final KeysetPage<QuestionSummaryRow> page;

        ListStatement(ListQuery query, Set<String> authors) throws CopException
        {
            this.query = query;
            this.authors = authors;
            this.parameters.put("wiki", query.wiki().value());
            filter();
            String name = "questions/" + query.wiki() + '/' + query.community() + '/' + query.tag() + '/' + query.author()
                + '/' + query.state() + '/' + query.order();
            this.page = order(query.order()).within(this.fixed).page(name, query.after(), query.limit());
        }

        private static Keyset<QuestionSummaryRow> order(Order order)
        {
            Keyset<QuestionSummaryRow> none = new Keyset<>();
            Keyset<QuestionSummaryRow> first = switch (order) {
                case NEWEST, UNANSWERED -> none.descending("q.created", Cursor::number, QuestionSummaryRow::created);
                case ACTIVE -> none.descending("q.active", Cursor::number, QuestionSummaryRow::active);
                case HOT -> none.descending("q.hot", Cursor::real, QuestionSummaryRow::hot);
                case VOTES -> none.descending("q.score", Cursor::integer, QuestionSummaryRow::score);
                case WANTED -> none.descending("q.needed", Cursor::integer, QuestionSummaryRow::needed);
            };
            return order == Order.ACTIVE
                ? first.descending("q.activeSequence", Cursor::number, QuestionSummaryRow::activeSequence)
                : first.descending("q.sequence", Cursor::number, QuestionSummaryRow::sequence);
        }

        Slice<QuestionSummaryRow> run(Session session, Set<String> spaces)
        {
            return this.page.slice(in(spaces).read(this.page.limit() + 1, visible -> statement(session, visible)));
        }

        private Query<QuestionSummaryRow> statement(Session session, String visible)
        {
            Query<QuestionSummaryRow> statement = this.page.query(session, QuestionSummaryRow.COLUMNS + "from "
                + (this.query.tag() == null ? "" : "QuestionTagRow t, ") + "QuestionRow q where q.wiki = :wiki "
                + "and q.deleted = false" + visible + this.conditions, QuestionSummaryRow.class);
            this.parameters.forEach(statement::setParameter);
            if (!this.authors.isEmpty()) {
                statement.setParameterList("authors", this.authors);
            } else if (this.query.tag() == null) {
                OrderedHsqlDialect.orderByIndex(session, statement);
            }
            return statement;
        }

        private void filter()
        {
            if (this.query.community() != null) {
                this.conditions.append(" and q.community = :community");
                this.parameters.put("community", this.query.community().value());
                this.fixed.add("q.community");
            }
            if (this.query.order() == Order.UNANSWERED || this.query.state() == State.UNANSWERED) {
                this.conditions.append(" and q.answers = 0 and q.closed = false");
                if (this.query.order() == Order.UNANSWERED) {
                    this.fixed.add("q.answers");
                }
            }
            if (this.query.order() == Order.WANTED) {
                this.conditions.append(" and q.closed = false and q.accepted = 0");
            }
            if (!this.authors.isEmpty()) {
                this.conditions.append(" and q.author in (:authors)");
            }
            if (this.query.state() == State.OPEN || this.query.state() == State.CLOSED) {
                this.conditions.append(" and q.closed = ").append(this.query.state() == State.CLOSED);
            } else if (this.query.state() == State.SOLVED) {
                this.conditions.append(" and q.accepted > 0");
            }
            if (this.query.tag() != null) {
                // A join, because HSQLDB would run a subquery for every question of the wiki.
                this.conditions.append(" and t.wiki = :wiki and t.tag = :tag and q.id = t.question");
                this.parameters.put("tag", Tags.normalise(this.query.tag()).orElse(""));
            }
        }
    }
}
