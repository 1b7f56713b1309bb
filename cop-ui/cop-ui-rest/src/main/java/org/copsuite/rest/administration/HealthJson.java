/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.administration;

import java.time.Instant;
import java.util.List;

import org.copsuite.health.Health.Report;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.LedgerConsumers.Status;
import org.copsuite.page.PageSynchroniser.Reconciled;
import org.copsuite.rest.Nullable;
import org.copsuite.search.IndexStatus.Progress;
import org.copsuite.search.IndexStatus.Repair;
import org.copsuite.search.IndexStatus.State;
import org.copsuite.search.IndexStatus.Step;
import org.copsuite.wiki.Database.Connections;

/** The health of the suite, for monitoring. */
record HealthJson(boolean well, long ledger, List<ConsumerJson> consumers, @Nullable IndexJson index,
    @Nullable RepairJson repair, @Nullable Progress indexing, @Nullable Reconciled reconciled,
    @Nullable Instant nextReconciliation, @Nullable Connections connections, Jobs.JobCounts jobs)
{
    static HealthJson of(Report report)
    {
        return new HealthJson(report.isWell(), report.ledger(), report.consumers().stream().map(ConsumerJson::of).toList(),
            report.index().map(IndexJson::of).orElse(null), report.repair().map(RepairJson::of).orElse(null),
                report.indexing().orElse(null),
            report.reconciled().orElse(null), report.next().orElse(null), report.connections().orElse(null),
            report.jobs());
    }

    /** The state of the search index. */
    record IndexJson(long documents, long all, int version, @Nullable Instant committed)
    {
        static IndexJson of(State state)
        {
            return new IndexJson(state.documents(), state.all(), state.version(), state.committed());
        }
    }

    /** The last repair of the search index. */
    record RepairJson(Instant since, Step step, String problem, @Nullable Instant next, @Nullable Instant done,
        boolean renewed)
    {
        static RepairJson of(Repair repair)
        {
            return new RepairJson(repair.since(), repair.step(), repair.problem(), repair.next(), repair.done(),
                repair.renewed());
        }
    }

    /** The status of a consumer of the ledger. */
    record ConsumerJson(String name, long checkpoint, long lag, @Nullable Instant since, boolean failing, int failures,
        @Nullable String lastError, long skipped)
    {
        static ConsumerJson of(Status status)
        {
            return new ConsumerJson(status.name(), status.checkpoint(), status.lag(), status.since(), status.failing(),
                status.failures(), status.lastError(), status.skipped());
        }
    }
}
