/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.activity.internal;

import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import javax.persistence.Parameter;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestDatabase;
import org.copsuite.test.TestServer;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Twenty old entries of two acts, below thousands of votes in the same community. */
@OnEveryDatabase
class ActivityEntriesTest
{
    private static final WikiId WIKI = new WikiId("xwiki");

    private static final CommunityId COMMUNITY = new CommunityId(UUID.randomUUID());

    private static final Set<String> ACTS = Set.of("asked", "answered");

    /** Two acts, two pages, twice: in the index and in the table; a plan adds some lines that count rows again. */
    private static final long MOST_ROWS = 200;

    private final TestDatabase database = TestDatabase.open();

    @BeforeEach
    void fill()
    {
        for (int i = 1; i <= 20; i++) {
            this.database.execute("insert into cop_ledger (place, wiki, done_at, actor, act, subject, community, weight, "
                + "origin) values (" + i + ", 'xwiki', " + i + ", 'anna', '" + (i % 2 == 0 ? "asked" : "answered") + "', '"
                + UUID.randomUUID() + "', '" + COMMUNITY + "', 1, 'asked/" + i + "')");
        }
        this.database.execute("insert into cop_ledger (place, wiki, done_at, actor, act, subject, community, weight, "
            + "origin) select place + 100, wiki, done_at, actor, 'voted', subject, community, weight, "
            + "concat('voted/', place) from cop_ledger");
        for (int i = 1_000; i <= 256_000; i *= 2) {
            this.database.execute("insert into cop_ledger (place, wiki, done_at, actor, act, subject, community, weight, "
                + "origin) select place + " + i + ", wiki, done_at, actor, act, subject, community, weight, "
                + "concat(origin, '/" + i + "') from cop_ledger where act = 'voted'");
        }
        if (TestServer.chosen() == TestServer.POSTGRESQL) {
            this.database.execute("analyze cop_ledger");
        }
    }

    @AfterEach
    void close()
    {
        this.database.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listsTheNewestFirst(boolean all) throws Exception
    {
        Slice<LedgerEntry> first = read(all, null);
        assertThat(first.items()).extracting(LedgerEntry::getSequence)
            .containsExactlyElementsOf(LongStream.rangeClosed(1, 15).mapToObj(i -> 21 - i).toList());
        Slice<LedgerEntry> second = read(all, first.next());
        assertThat(second.items()).extracting(LedgerEntry::getSequence).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(second.next()).isNull();
    }

    /** An import records what happened long ago, and two entries can have one time. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsRecordedLaterStandsWhereItHappened(boolean all) throws Exception
    {
        this.database.execute("insert into cop_ledger (place, wiki, done_at, actor, act, subject, community, weight, origin) "
            + "values (9000000, 'xwiki', 6, 'anna', 'asked', '" + UUID.randomUUID() + "', '" + COMMUNITY
            + "', 1, 'asked/late')");
        Slice<LedgerEntry> first = read(all, null);
        assertThat(first.items()).extracting(LedgerEntry::getSequence).endsWith(7L, 9_000_000L);
        assertThat(read(all, first.next()).items()).extracting(LedgerEntry::getSequence)
            .containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void listsNothingOfAnotherCommunity() throws Exception
    {
        ActivityEntries other = new ActivityEntries(WIKI, new CommunityId(UUID.randomUUID()), ACTS, null, 15);
        assertThat(in(other::read).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsNoVotes(boolean all) throws Exception
    {
        ActivityEntries page = new ActivityEntries(WIKI, all ? null : COMMUNITY, ACTS, read(all, null).next(), 15);
        String text = switch (TestServer.chosen()) {
            case POSTGRESQL -> plan(page, "explain (analyze, timing off, summary off) ");
            case MARIADB -> plan(page, "analyze format=json ");
            default -> this.database.query("explain plan for " + in(session -> inlined(page.query(session, sql -> sql))))
                .toString();
        };
        if (TestServer.chosen() == TestServer.HSQLDB) {
            // Its plans count no rows.
            assertThat(text).contains(all ? "COP_LEDGER_LATEST" : "COP_LEDGER_COMMUNITY_LATEST");
        } else {
            assertThat(rows(text)).as(text).isBetween(1L, MOST_ROWS);
        }
    }

    private String plan(ActivityEntries page, String prefix)
    {
        return in(session -> page.query(session, sql -> prefix + sql).list()).stream().map(String::valueOf)
            .collect(Collectors.joining("\n"));
    }

    /** HSQLDB explains no statement with parameters. */
    private static String inlined(NativeQuery<?> query)
    {
        String sql = query.getQueryString();
        for (Parameter<?> parameter : query.getParameters()) {
            Object value = query.getParameterValue(parameter.getName());
            sql = sql.replaceAll(":" + parameter.getName() + "\\b", value instanceof Number ? value.toString() : "'" + value + "'");
        }
        return sql;
    }

    /** @return how many rows the steps of a plan have read, those that they dropped included */
    private static long rows(String plan)
    {
        Matcher matcher = Pattern.compile("actual rows=(\\d+)|Removed by Filter: (\\d+)|\"r_rows\": (\\d+)").matcher(plan);
        long rows = 0;
        while (matcher.find()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                rows += matcher.group(i) == null ? 0 : Long.parseLong(matcher.group(i));
            }
        }
        return rows;
    }

    private Slice<LedgerEntry> read(boolean all, String after) throws CopException
    {
        return in(new ActivityEntries(WIKI, all ? null : COMMUNITY, ACTS, after, 15)::read);
    }

    private <T> T in(Function<Session, T> work)
    {
        try (Session session = this.database.sessions().openSession()) {
            return work.apply(session);
        }
    }
}
