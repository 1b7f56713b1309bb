/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Projection;
import org.copsuite.spi.JobContext;
import org.copsuite.spi.JobStep;
import org.copsuite.spi.JobType;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Computes every projection again from the ledger and the pages, in their order, some keys per step. The position is the
 * hint of a projection, a space, and its last key.
 */
@Component
@Named(RebuildJob.NAME)
@Singleton
public class RebuildJob implements JobType
{
    /** The name of the type. */
    public static final String NAME = "rebuild";

    /** Keys per step: a writer waits for one step at most. */
    private static final int STEP = 20;

    private static final int COUNTING = 1_000;

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<Map<String, Projection>> projections;

    @Override
    public long total(JobContext job)
    {
        return ordered().stream().mapToLong(projection -> count(job.wiki(), projection.getValue())).sum();
    }

    private long count(WikiId wiki, Projection projection)
    {
        long total = 0;
        List<String> keys = keys(wiki, projection, "", COUNTING);
        while (!keys.isEmpty()) {
            total += keys.size();
            keys = keys.size() < COUNTING ? List.of() : keys(wiki, projection, keys.get(keys.size() - 1), COUNTING);
        }
        return total;
    }

    @Override
    public JobStep step(JobContext job)
    {
        int space = job.position().indexOf(' ');
        String current = space < 0 ? "" : job.position().substring(0, space);
        List<Map.Entry<String, Projection>> ordered = ordered();
        // A projection that is gone since then, with its extension: all are rebuilt.
        boolean reached = ordered.stream().noneMatch(projection -> projection.getKey().equals(current));
        for (Map.Entry<String, Projection> projection : ordered) {
            boolean here = projection.getKey().equals(current);
            reached |= here;
            List<String> keys = reached
                ? keys(job.wiki(), projection.getValue(), here ? job.position().substring(space + 1) : "", STEP)
                : List.of();
            if (!keys.isEmpty()) {
                return step(job.wiki(), projection, keys);
            }
        }
        return JobStep.last(job);
    }

    private static JobStep step(WikiId wiki, Map.Entry<String, Projection> projection, List<String> keys)
    {
        return JobStep
            .to(projection.getKey(), projection.getKey() + ' ' + keys.get(keys.size() - 1), keys.size())
            .writing(session -> keys.forEach(key -> projection.getValue().rebuild(session, wiki, key)));
    }

    private List<Map.Entry<String, Projection>> ordered()
    {
        return this.projections.get().entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> entry.getValue().order())).toList();
    }

    private List<String> keys(WikiId wiki, Projection projection, String after, int limit)
    {
        return this.ledger.read(session -> projection.keys(session, wiki, after, limit));
    }
}
