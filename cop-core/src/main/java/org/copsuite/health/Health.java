/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.copsuite.job.Jobs;
import org.copsuite.ledger.LedgerConsumers.Status;
import org.copsuite.page.PageSynchroniser.Reconciled;
import org.copsuite.search.IndexStatus;
import org.copsuite.search.IndexStatus.Repair;
import org.copsuite.search.IndexStatus.Step;
import org.copsuite.wiki.Database.Connections;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Reports the health of the suite. */
@Role
public interface Health
{
    /**
     * @param wiki the wiki
     * @return its present health
     */
    Report report(WikiId wiki);

    /**
     * Health of the suite.
     *
     * @param ledger the number of entries in the ledger, of all wikis
     * @param consumers the status of each consumer of the ledger; empty if they do not run
     * @param index the status of the search index; empty if it does not respond
     * @param repair the last repair of the search index since the start, if there was one
     * @param indexing the progress of a full indexing, while one runs
     * @param reconciled the last reconciliation since the start, if there was one
     * @param next when the next reconciliation runs; empty if none is scheduled
     * @param connections the state of the connection pool, if it can be read
     * @param jobs the numbers of types of jobs that are under way or failed last
     */
    record Report(long ledger, List<Status> consumers, Optional<IndexStatus.State> index,
        Optional<Repair> repair, Optional<IndexStatus.Progress> indexing, Optional<Reconciled> reconciled,
        Optional<Instant> next, Optional<Connections> connections, Jobs.JobCounts jobs)
    {
        /** @return whether nothing fails; a mere lag is no failure */
        public boolean isWell()
        {
            return !this.consumers.isEmpty()
                && this.consumers.stream().noneMatch(status -> status.failing() || status.skipped() > 0)
                && this.index.isPresent() && this.repair.filter(last -> last.step() != Step.DONE).isEmpty()
                && this.reconciled.filter(Reconciled::failed).isEmpty()
                && this.jobs.failed() == 0;
        }
    }
}
