/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.administration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.copsuite.health.Health.Report;
import org.copsuite.ledger.LedgerConsumers.Status;
import org.copsuite.page.PageSynchroniser.Reconciled;
import org.copsuite.rest.Json;
import org.copsuite.search.IndexStatus;
import org.copsuite.search.IndexStatus.Progress;
import org.copsuite.search.IndexStatus.Repair;
import org.copsuite.wiki.Database.Connections;

/** Writes the health of the suite as JSON, for monitoring. */
final class HealthJson
{
    private HealthJson()
    {
    }

    /**
     * @param report the health
     * @param rebuild the progress of the rebuild, as its own resource returns it
     * @return the JSON object
     */
    static Map<String, Object> of(Report report, Object rebuild)
    {
        List<Map<String, Object>> consumers = report.consumers().stream().map(HealthJson::consumer).toList();
        return Json.object("well", report.isWell(), "ledger", report.ledger(), "consumers", consumers, "index",
            report.index().map(HealthJson::index).orElse(null), "repair",
            report.repair().map(HealthJson::repair).orElse(null), "indexing",
            report.indexing().map(HealthJson::indexing).orElse(null), "reconciled",
            report.reconciled().map(HealthJson::reconciled).orElse(null), "nextReconciliation",
            report.next().map(Object::toString).orElse(null), "connections",
            report.connections().map(HealthJson::connections).orElse(null), "rebuild", rebuild);
    }

    private static Map<String, Object> consumer(Status status)
    {
        return Json.object("name", status.name(), "checkpoint", status.checkpoint(), "lag", status.lag(),
            "since", time(status.since()), "failing", status.failing(), "failures", status.failures(), "lastError",
            status.lastError(), "skipped", status.skipped());
    }

    private static Map<String, Object> repair(Repair last)
    {
        return Json.object("since", time(last.since()), "step", Json.lower(last.step()), "problem", last.problem(),
            "next", time(last.next()), "done", time(last.done()), "renewed", last.renewed());
    }

    private static Map<String, Object> indexing(Progress progress)
    {
        return Json.object("written", progress.written(), "total", progress.total());
    }

    private static String time(Instant at)
    {
        return at == null ? null : at.toString();
    }

    private static Map<String, Object> index(IndexStatus.State state)
    {
        return Json.object("documents", state.documents(), "all", state.all(), "version", state.version(), "committed",
            state.committed() == null ? null : state.committed().toString());
    }

    private static Map<String, Object> reconciled(Reconciled last)
    {
        return Json.object("at", last.at().toString(), "mended", last.mended(), "failed", last.failed());
    }

    private static Map<String, Object> connections(Connections pool)
    {
        return Json.object("active", pool.active(), "idle", pool.idle(), "maximum", pool.maximum());
    }
}
