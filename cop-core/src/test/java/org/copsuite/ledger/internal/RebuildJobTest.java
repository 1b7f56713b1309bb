/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.copsuite.job.Job;
import org.copsuite.job.JobRunner;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class RebuildJobTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private final List<String> rebuilt = Collections.synchronizedList(new ArrayList<>());

    private final View first = new View(-2, "a", 50);

    private final View second = new View(-1, "b", 30);

    private TestWiki wiki;

    private UserId admin;

    @BeforeEach
    void start()
    {
        this.wiki = new TestWiki();
        this.wiki.with(Projection.class, "second", this.second);
        this.wiki.with(Projection.class, "first", this.first);
    }

    @AfterEach
    void stop()
    {
        this.wiki.close();
    }

    @Test
    void everyKeyOfEveryViewInOrder()
    {
        Job end = this.wiki.run(RebuildJob.NAME);
        assertThat(end.state()).isEqualTo(JobState.DONE);
        assertThat(end.phase()).isEqualTo("second");
        assertThat(end.done()).isEqualTo(80);
        assertThat(end.total()).isEqualTo(80);
        assertThat(this.rebuilt).hasSize(80).doesNotHaveDuplicates().startsWith("a00", "a01").endsWith("b28", "b29");
    }

    @Test
    void againFromTheStartOnceItWasDone()
    {
        this.wiki.run(RebuildJob.NAME);
        this.wiki.run(RebuildJob.NAME);
        assertThat(this.rebuilt).hasSize(160);
    }

    @Test
    void oneThatWasUnderWayInAnOlderVersionContinuesWhereItWas() throws Exception
    {
        older("running");
        assertThat(this.wiki.get(Jobs.class).counts(WIKI)).isEqualTo(new Jobs.JobCounts(1, 0));
        this.wiki.get(JobRunner.class).runDue();
        Job end = only();
        assertThat(end.state()).isEqualTo(JobState.DONE);
        assertThat(end.done()).isEqualTo(80);
        assertThat(this.rebuilt).hasSize(20).startsWith("b10");
    }

    @Test
    void oneThatWasInterruptedInAnOlderVersionIsResumedWhereItWas() throws Exception
    {
        older("interrupted");
        this.wiki.get(JobRunner.class).runDue();
        assertThat(this.rebuilt).isEmpty();
        this.wiki.get(Jobs.class).resume(this.admin, WIKI, only().id());
        this.wiki.get(JobRunner.class).runDue();
        assertThat(this.rebuilt).hasSize(20).startsWith("b10");
    }

    @Test
    void oneThatFailedInAnOlderVersionSaysSoAndOneThatWasDoneIsForgotten() throws Exception
    {
        older("failed");
        assertThat(only().state()).isEqualTo(JobState.FAILED);
        assertThat(only().problem().key()).isEqualTo("cop.job.error.older");
        this.wiki.database().execute("delete from cop_job");
        older("done");
        assertThat(this.wiki.get(Jobs.class).list(this.admin, WIKI)).isEmpty();
    }

    /** Upgrades a database in which an older version left a rebuild in that state. */
    private void older(String state) throws Exception
    {
        this.wiki.database().execute("create table cop_rebuild (wiki varchar(64) not null primary key, state varchar(20) "
            + "not null, view_name varchar(40) not null, last_key varchar(255) not null, keys_done bigint not null, "
            + "keys_total bigint not null)");
        this.wiki.database().execute("insert into cop_rebuild (wiki, state, view_name, last_key, keys_done, keys_total)"
            + " values ('xwiki', '" + state + "', 'second', 'b09', 60, 80)");
        this.wiki.database().upgrade("job-rebuild");
        this.admin = this.wiki.administrator("root");
    }

    private Job only()
    {
        List<Job> jobs = this.wiki.get(Jobs.class).list(this.admin, WIKI);
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    @Test
    void aViewThatCannotBeRebuiltIsTriedAgain()
    {
        this.second.broken = true;
        this.wiki.get(Jobs.class).require(WIKI, RebuildJob.NAME, "");
        this.wiki.get(JobRunner.class).runDue();
        this.admin = this.wiki.administrator("root");
        assertThat(only().state()).isEqualTo(JobState.QUEUED);
        assertThat(only().tries()).isEqualTo(1);
        assertThat(only().problem().key()).isEqualTo("cop.job.error.unexpected");
    }

    /** Has keys of a letter and two digits. */
    private final class View implements Projection
    {
        private final int order;

        private final List<String> keys;

        private volatile boolean broken;

        View(int order, String letter, int count)
        {
            this.order = order;
            this.keys = IntStream.range(0, count).mapToObj(i -> String.format("%s%02d", letter, i)).toList();
        }

        @Override
        public int order()
        {
            return this.order;
        }

        @Override
        public void apply(Session session, LedgerEntry entry, LedgerEntry reversed)
        {
            throw new IllegalStateException("No row is written in these tests.");
        }

        @Override
        public List<String> keys(Session session, WikiId wiki, String after, int limit)
        {
            return this.keys.stream().filter(key -> key.compareTo(after) > 0).limit(limit).toList();
        }

        @Override
        public void rebuild(Session session, WikiId wiki, String key)
        {
            if (this.broken) {
                throw new IllegalStateException("Broken for the test.");
            }
            RebuildJobTest.this.rebuilt.add(key);
        }
    }
}
