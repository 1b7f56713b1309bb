/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.copsuite.db.Chunks;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.question.PostId;
import org.copsuite.question.PostImport;
import org.copsuite.question.PostImport.Answer;
import org.copsuite.question.PostImport.Batch;
import org.copsuite.question.PostImport.Comment;
import org.copsuite.question.PostSource;
import org.copsuite.question.QuestionHit;
import org.copsuite.spi.SearchSource;
import org.copsuite.test.TestDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

/**
 * A list of ids that grows with what people write neither grows a statement nor makes new ones, each of which has a plan
 * of its own in Hibernate and in the database. Only this test's own thread counts: consumers run at any time.
 */
class BoundedListsTest extends AbstractQuestionTest
{
    private static final int MANY = 1000;

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    private static final UserId WRITER = new UserId("imported:test/1");

    private final List<UUID> answers = new ArrayList<>();

    /** One batch of 1,000 answers and as many comments, which the import reads back by their ids. */
    private void write() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        this.wiki.get(Persons.class).addImported(WIKI, List.of(new Imported(WRITER, "Writer", "", Instant.now(), null)));
        Instant asked = this.wiki.pages().load(this.queries.find(this.anna, question).page()).orElseThrow().created();
        List<Answer> written = new ArrayList<>();
        List<Comment> said = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            this.answers.add(UUID.randomUUID());
            written.add(new Answer(this.answers.get(i), question.value(), WRITER, asked.plusSeconds(i), null, "Answer " + i,
                List.of(), null));
            said.add(new Comment(UUID.randomUUID(), this.answers.get(i), WRITER, asked.plusSeconds(i), "Comment " + i));
        }
        this.wiki.get(PostImport.class).write(WIKI, this.community.id(),
            new Batch(List.of(), written, said, List.of(), List.of()));
    }

    private void readAll(int size)
    {
        PostSource source = this.wiki.get(PostSource.class);
        List<UUID> some = this.answers.subList(0, size);
        List<PostId> posts = some.stream().map(PostId::new).toList();
        assertThat(source.questionOf(WIKI, some)).hasSize(size);
        assertThat(source.locations(WIKI, some)).hasSize(size);
        assertThat(source.locations(this.anna, WIKI, some)).hasSize(size);
        assertThat(source.answers(this.anna, WIKI, posts)).hasSize(size);
        this.wiki.get(SearchSource.class, QuestionHit.TYPE).documents(WIKI, some);
        // Other ids each time: unknown ids are cached for a while.
        List<UserId> people = some.stream().map(id -> new UserId("imported:test" + size + "/" + id)).toList();
        this.wiki.get(Persons.class).find(people);
    }

    @Test
    void noListGrowsWithContent() throws Exception
    {
        write();
        TestDatabase database = this.wiki.database();
        database.startCounting();
        for (int more = 0; more <= 64; more = Math.max(1, 2 * more)) {
            readAll(Chunks.SIZE + more);
        }
        int known = database.statementTexts().size();

        for (int size : new int[] {200, 333, 512, 777, MANY}) {
            readAll(size);
        }

        assertThat(database.statementTexts().size()).as("statements, of which longer lists add none").isEqualTo(known);
        long longest = database.statementTexts().stream().mapToLong(sql -> PARAMETER.matcher(sql).results().count()).max()
            .orElseThrow();
        assertThat(longest).as("parameters: id and wiki of a chunk, and few others")
            .isBetween((long) Chunks.SIZE, 2L * Chunks.SIZE + 10);
    }
}
