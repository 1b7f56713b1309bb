/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.job.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.copsuite.CopException;
import org.copsuite.spi.JobContext;
import org.copsuite.spi.JobStep;
import org.copsuite.spi.JobType;
import org.copsuite.test.TestWiki;
import org.hibernate.Session;

/** Writes a row for each step. */
final class CountingJob implements JobType
{
    /** The number of steps. */
    static final int STEPS = 7;

    final List<String> positions = new CopyOnWriteArrayList<>();

    volatile CountDownLatch gate = new CountDownLatch(0);

    volatile int failures;

    volatile CopException refusal;

    volatile boolean offered = true;

    volatile String suffix = "";

    @Override
    public long total(JobContext job)
    {
        return STEPS;
    }

    @Override
    public boolean isOffered()
    {
        return this.offered;
    }

    @Override
    public JobStep step(JobContext job) throws Exception
    {
        this.positions.add(job.position());
        this.gate.await();
        if (this.refusal != null) {
            throw this.refusal;
        }
        if (job.done() == STEPS) {
            return JobStep.last(job);
        }
        String next = String.valueOf(job.done() + 1);
        return JobStep.to("counting", next + this.suffix, 1).writing(session -> write(session, "step" + next));
    }

    private void write(Session session, String name)
    {
        session.createNativeQuery("insert into cop_setting (wiki, person, setting_name, setting_value)"
            + " values (:wiki, 'x', :name, 'x')").setParameter("wiki", TestWiki.WIKI.value()).setParameter("name", name)
            .executeUpdate();
        if (this.failures > 0) {
            this.failures--;
            throw new IllegalStateException("Failed for the test.");
        }
    }
}
