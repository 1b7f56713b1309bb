/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.job.Jobs;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.WikiId;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Starts a {@link RecountJob} if the points of a wiki were computed by other rules than those in force. Each process
 * checks each wiki once, when its points are first read.
 */
@Component(roles = PointsRecount.class)
@Singleton
public class PointsRecount
{
    @Inject
    private PointRulesLoader rules;

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<Jobs> jobs;

    @Inject
    private Logger logger;

    /** The wikis checked by this process. */
    private final Set<WikiId> checked = ConcurrentHashMap.newKeySet();

    /**
     * Starts a recount if one is needed.
     *
     * @param wiki the wiki
     */
    void checkRules(WikiId wiki)
    {
        if (!this.checked.contains(wiki) && this.checked.add(wiki)) {
            Optional<RecountRow> row =
                this.ledger.read(session -> Optional.ofNullable(session.get(RecountRow.class, wiki.value())));
            if (row.filter(points -> !points.madeBy.equals(this.rules.get().fingerprint())).isPresent()) {
                this.logger.info("The rules have changed: computes the points of wiki [{}] again.", wiki);
                this.jobs.get().require(wiki, RecountJob.NAME, "");
            }
        }
    }
}
