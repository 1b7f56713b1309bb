/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.health.internal;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.health.Health;
import org.copsuite.intake.Intake;
import org.copsuite.knowledge.IndexCondition;
import org.copsuite.ledger.Followers;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Rebuild;
import org.copsuite.wiki.Database;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Asks each part of the suite how it stands. */
@Component
@Singleton
public class DefaultHealth implements Health
{
    @Inject
    private Provider<Ledger> ledger;

    @Inject
    private Provider<Followers> followers;

    @Inject
    private Provider<IndexCondition> index;

    @Inject
    private Provider<Intake> intake;

    @Inject
    private Provider<Database> database;

    @Inject
    private Provider<Rebuild> rebuild;

    @Inject
    private Logger logger;

    @Override
    public Report report(String wiki)
    {
        IndexCondition condition = this.index.get();
        return new Report(this.ledger.get().head(), this.followers.get().standings(), index(wiki), condition.repair(),
            condition.progress(), this.intake.get().reconciled(wiki), this.intake.get().nextReconciliation(),
            this.database.get().connections(), this.rebuild.get().progress(wiki));
    }

    private Optional<IndexCondition.State> index(String wiki)
    {
        try {
            return Optional.of(this.index.get().state(wiki));
        } catch (CopException e) {
            this.logger.debug("The index is missing in the report.", e);
            return Optional.empty();
        }
    }
}
