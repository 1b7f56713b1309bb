/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.copsuite.ledger.LedgerConsumers.Status;
import org.copsuite.ledger.Rebuild.Progress;
import org.copsuite.page.PageSynchroniser.Reconciled;
import org.copsuite.search.IndexStatus;
import org.copsuite.search.IndexStatus.Repair;
import org.copsuite.search.IndexStatus.Step;
import org.copsuite.wiki.Database.Connections;
import org.xwiki.component.annotation.Role;

/** Tells how the suite does. */
@Role
public interface Health
{
    /**
     * @param wiki the wiki
     * @return how the suite does there now
     */
    Report report(String wiki);

    /**
     * How the suite does.
     *
     * @param ledger how many acts are recorded, of all wikis
     * @param consumers how far each follower of the ledger is; empty where they do not run
     * @param index how the search index stands; nothing where it does not answer
     * @param repair the last repair of the search index since the start, if one was needed
     * @param indexing how far the writing of all questions into the index is, while that is done
     * @param reconciled the last reconciliation, if there was one since the start
     * @param next when the next reconciliation is; nothing where none is planned
     * @param connections how the pool of connections stands, where it can be asked
     * @param rebuild how far the last rebuild is, if there ever was one
     */
    record Report(long ledger, List<Status> consumers, Optional<IndexStatus.State> index,
        Optional<Repair> repair, Optional<IndexStatus.Progress> indexing, Optional<Reconciled> reconciled,
        Optional<Instant> next, Optional<Connections> connections, Optional<Progress> rebuild)
    {
        /** @return whether nothing fails: what only lags catches up by itself */
        public boolean isWell()
        {
            return !this.consumers.isEmpty()
                && this.consumers.stream().noneMatch(status -> status.failing() || status.skipped() > 0)
                && this.index.isPresent() && this.repair.filter(last -> last.step() != Step.DONE).isEmpty()
                && this.reconciled.filter(Reconciled::failed).isEmpty()
                && this.rebuild.filter(progress -> "failed".equals(progress.state())).isEmpty();
        }
    }
}
