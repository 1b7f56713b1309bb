/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.ledger.Ledger;
import org.copsuite.person.Persons;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.Closing;
import org.copsuite.question.QuestionQueries.CommentView;
import org.copsuite.question.QuestionQueries.PostMay;
import org.copsuite.question.QuestionQueries.PostView;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.question.QuestionService.Tally;
import org.copsuite.question.internal.Summaries.Line;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Makes of a stored question what its page shows: names people, related questions, and what the reader may do. */
@Component(roles = QuestionViews.class)
@Singleton
public class QuestionViews
{
    @Inject
    private Ledger ledger;

    @Inject
    private Persons persons;

    @Inject
    private Summaries summaries;

    @Inject
    private PostRules rules;

    QuestionView view(UserId reader, String wiki, QuestionThread thread, List<AnswerRow> answers)
    {
        QuestionRow question = thread.question();
        List<Line> linked = this.ledger.read(s -> this.summaries.lines(s, reader, wiki, thread.linked()));
        List<Line> lines = new ArrayList<>(linked);
        lines.add(Summaries.line(question));
        Map<UUID, String> titles = this.summaries.titles(wiki, lines);
        Map<UserId, Person> people = this.persons.find(people(thread, answers, linked));

        Page page = new Page(thread, people,
            this.rules.standing(reader, PageId.parse(question.page), people.get(new UserId(question.author))));
        List<QuestionSummary> others =
            linked.stream().sorted(Comparator.comparingInt(Line::score).reversed().thenComparing(Line::id))
                .map(line -> Summaries.complete(line, people, titles)).toList();
        return new QuestionView(Summaries.complete(Summaries.line(question), people, titles), page.question(),
            answers.stream().map(page::answer).toList(), page.closing(others),
            others.stream().filter(other -> !other.id().value().equals(question.duplicateOf)).toList(),
            page.standing().question(question));
    }

    private static Set<UserId> people(QuestionThread thread, List<AnswerRow> answers, List<Line> linked)
    {
        Set<UserId> people = new HashSet<>();
        people.add(new UserId(thread.question().author));
        if (thread.question().closedBy != null) {
            people.add(new UserId(thread.question().closedBy));
        }
        answers.forEach(answer -> people.add(new UserId(answer.author)));
        thread.comments().values().forEach(all -> all.forEach(c -> people.add(new UserId(c.author))));
        linked.forEach(line -> people.add(line.author()));
        return people;
    }

    /** A page in the making. */
    private record Page(QuestionThread thread, Map<UserId, Person> people, PostRules.Standing standing)
    {
        PostView question()
        {
            QuestionRow row = this.thread.question();
            return new PostView(new PostId(row.id), PageId.parse(row.page), row.body, row.version, person(row.author),
                Instant.ofEpochMilli(row.created), instant(row.edited), tally(row.id, row.up, row.down), false,
                comments(row.id), this.standing.post(row));
        }

        PostView answer(AnswerRow row)
        {
            PostMay may = this.standing.post(row, person(row.author));
            return new PostView(new PostId(row.id), PageId.parse(row.page), row.body, row.version, person(row.author),
                Instant.ofEpochMilli(row.created), instant(row.edited), tally(row.id, row.up, row.down), row.accepted,
                comments(row.id), may);
        }

        Closing closing(List<QuestionSummary> others)
        {
            QuestionRow row = this.thread.question();
            if (!row.closed) {
                return null;
            }
            QuestionSummary original =
                others.stream().filter(other -> other.id().value().equals(row.duplicateOf)).findFirst().orElse(null);
            return new Closing(ClosingReason.valueOf(row.closingReason), person(row.closedBy), instant(row.closedAt),
                original);
        }

        private Tally tally(UUID post, int up, int down)
        {
            return new Tally(up, down, this.thread.votes().getOrDefault(post, 0));
        }

        private List<CommentView> comments(UUID post)
        {
            return this.thread.comments().getOrDefault(post, List.of()).stream()
                .map(c -> new CommentView(c.id, c.body, person(c.author), Instant.ofEpochMilli(c.created),
                    this.standing.moderates() || (this.standing.takesPart()
                        && PostRules.isSame(this.standing.reader(), person(c.author)))))
                .toList();
        }

        private Person person(String id)
        {
            return this.people.get(new UserId(id));
        }

        private static Instant instant(Long milliseconds)
        {
            return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds);
        }
    }
}
