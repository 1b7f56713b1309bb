/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.health.internal;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.health.Health;
import org.copsuite.job.Jobs;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumers;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.search.IndexStatus;
import org.copsuite.wiki.Database;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Queries each part of the suite for its status. */
@Component
@Singleton
public class DefaultHealth implements Health
{
    @Inject
    private Provider<Ledger> ledger;

    @Inject
    private Provider<LedgerConsumers> consumers;

    @Inject
    private Provider<IndexStatus> index;

    @Inject
    private Provider<PageSynchroniser> synchroniser;

    @Inject
    private Provider<Database> database;

    @Inject
    private Provider<Jobs> jobs;

    @Inject
    private Logger logger;

    @Override
    public Report report(WikiId wiki)
    {
        IndexStatus condition = this.index.get();
        return new Report(this.ledger.get().head(), this.consumers.get().statuses(), index(wiki), condition.repair(),
            condition.progress(), this.synchroniser.get().lastReconciliation(wiki),
                this.synchroniser.get().nextReconciliation(),
            this.database.get().connections(), this.jobs.get().counts(wiki));
    }

    private Optional<IndexStatus.State> index(WikiId wiki)
    {
        try {
            return Optional.of(this.index.get().state(wiki));
        } catch (CopException e) {
            this.logger.debug("Reported the health without the index, which did not respond.", e);
            return Optional.empty();
        }
    }
}
