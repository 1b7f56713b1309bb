/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.persistence.Table;

import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PollService.Draft;
import org.copsuite.feedback.PollService.Kind;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Schema;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copsuite.feedback.internal.FeedbackFixture.WIKI;

/**
 * Nobody can tell who answered what. Two wikis have the same history, except for who answered what: whatever the
 * database holds and whatever was logged, at any level, is equal.
 */
@OnEveryDatabase
class AnonymityTest
{
    private static final UUID POLL = UUID.nameUUIDFromBytes("poll".getBytes(StandardCharsets.UTF_8));

    /** What the seven members choose: the same sum, in another order. */
    private static final List<Integer> ANSWERS = List.of(1, 3, 1, 2, 3, 3, 1);

    private static final List<Integer> OTHERS = List.of(3, 1, 3, 1, 1, 2, 3);

    /** Other answers, with another sum. */
    private static final List<Integer> DIFFERENT = List.of(2, 2, 2, 2, 2, 2, 2);

    @Test
    void whileAPollIsOpenNothingDependsOnTheAnswers()
    {
        for (int voters = 1; voters <= ANSWERS.size(); voters++) {
            Trace trace = trace(ANSWERS.subList(0, voters), false);
            assertThat(trace(DIFFERENT.subList(0, voters), false)).as(voters + " voters").isEqualTo(trace);
        }
    }

    @Test
    void whenAPollIsClosedOnlyTheSumIsLeft()
    {
        Trace trace = trace(ANSWERS, true);
        assertThat(trace(OTHERS, true)).isEqualTo(trace);
        assertThat(trace(DIFFERENT, true)).as("the comparison sees the sum").isNotEqualTo(trace);
    }

    @Test
    void noRowNamesAPersonAndAnAnswerAndAllRowsOfASurveyHaveNoTime()
    {
        try (FeedbackFixture fixture = new FeedbackFixture()) {
            answer(fixture, ANSWERS, false);
            Map<String, List<String>> rows = rows(fixture.wiki.database());
            assertThat(rows.get("cop_answered")).hasSize(ANSWERS.size())
                .allSatisfy(row -> assertThat(row).matches("\\{PERSON=\\S+, SURVEY=" + POLL + ", WIKI=xwiki}"));
            assertThat(rows.get("cop_tally")).hasSize(1);
            assertThat(rows.get("cop_poll_ballot")).isEmpty();
            List<String> about = fixture.wiki.get(Ledger.class).about(WIKI, POLL).stream()
                .map(entry -> entry.getActName()).toList();
            assertThat(about).containsExactly("poll-started");
        }
    }

    /** What a wiki holds and has logged after some people have answered. */
    private record Trace(Map<String, List<String>> rows, List<String> log)
    {
    }

    private static Trace trace(List<Integer> answers, boolean closed)
    {
        Logger root = (Logger) LoggerFactory.getLogger("org.copsuite");
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.ALL);
        try (FeedbackFixture fixture = new FeedbackFixture()) {
            appender.list.clear();
            answer(fixture, answers, closed);
            appender.stop();
            return new Trace(rows(fixture.wiki.database()),
                appender.list.stream().filter(event -> tells(event, fixture))
                    .map(ILoggingEvent::getFormattedMessage).toList());
        } finally {
            root.detachAppender(appender);
            root.setLevel(before);
        }
    }

    /**
     * @return whether an event is of those who answer, or names one of them or the poll; threads of earlier tests in the
     *         same process log about other wikis, at any time
     */
    private static boolean tells(ILoggingEvent event, FeedbackFixture fixture)
    {
        String text = event.getFormattedMessage();
        return event.getThreadName().equals(Thread.currentThread().getName()) || text.contains(POLL.toString())
            || fixture.members.stream().anyMatch(member -> text.contains(member.value()));
    }

    private static void answer(FeedbackFixture fixture, List<Integer> answers, boolean closed)
    {
        PollService service = fixture.wiki.get(PollService.class);
        try {
            service.start(fixture.anna(), new Draft(POLL, WIKI, fixture.open, "Which?", Kind.SINGLE, true,
                List.of("a", "b", "c"), LocalDate.now(ZoneOffset.UTC).plusDays(3)));
            for (int i = 0; i < answers.size(); i++) {
                UserId member = fixture.members.get(i);
                service.vote(member, WIKI, POLL, List.of(answers.get(i)));
                service.get(member, WIKI, POLL);
            }
            if (closed) {
                service.close(fixture.anna(), WIKI, POLL);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * All rows of all tables, without what differs between any two runs: the order in which a database returns rows
     * depends on where earlier tests have deleted some.
     */
    private static Map<String, List<String>> rows(TestDatabase database)
    {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Class<?> entity : Schema.entities()) {
            String table = entity.getAnnotation(Table.class).name();
            rows.put(table, database.query("select * from " + table).stream().map(AnonymityTest::text).sorted().toList());
        }
        return rows;
    }

    private static String text(Map<String, Object> row)
    {
        Map<String, Object> kept = new TreeMap<>(row);
        // How many transactions the tests before have written into the same tables.
        kept.remove("CHANGES");
        kept.replaceAll((name, value) -> {
            if (value instanceof Number number && number.longValue() > 1_000_000_000_000L) {
                return "time";
            }
            // Of an encrypted text only the length is visible; the key of each entry is random.
            return "CONTENT".equals(name) && value.toString().length() > 1000 ? value.toString().length()
                : value instanceof String key && key.matches(".*/[0-9a-f-]{36}") ? "key" : value;
        });
        return kept.toString();
    }
}
