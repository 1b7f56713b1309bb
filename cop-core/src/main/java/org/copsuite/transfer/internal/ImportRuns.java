/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** The imports that commands of this process do, by their jobs. */
@Component(roles = ImportRuns.class)
@Singleton
public class ImportRuns
{
    private final Map<UUID, ImportRun> runs = new ConcurrentHashMap<>();

    /** @return false if this process does the job already */
    boolean add(UUID job, ImportRun run)
    {
        return this.runs.putIfAbsent(job, run) == null;
    }

    void remove(UUID job)
    {
        this.runs.remove(job);
    }

    Optional<ImportRun> find(UUID job)
    {
        return Optional.ofNullable(this.runs.get(job));
    }
}
