/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.spi.JobContext;
import org.copsuite.spi.JobStep;
import org.copsuite.spi.JobType;
import org.xwiki.component.annotation.Component;

/**
 * The import of a dump, which only its command does: the dump is in a folder of the command's machine. A step ends behind
 * a batch; the units are bytes. All ids are derived from the dump, so an import that is continued reads it from the
 * beginning and skips what the wiki has.
 */
@Component
@Named(ImportJob.NAME)
@Singleton
public class ImportJob implements JobType
{
    /** The name of the type. */
    public static final String NAME = "import";

    @Inject
    private ImportRuns runs;

    @Override
    public long total(JobContext job) throws CopException
    {
        return run(job).begin();
    }

    @Override
    public JobStep step(JobContext job) throws Exception
    {
        return run(job).step(job);
    }

    private ImportRun run(JobContext job) throws CopException
    {
        return this.runs.find(job.id())
            .orElseThrow(() -> new CopException(CopException.Kind.INVALID, "cop.job.error.foreground"));
    }

    @Override
    public boolean isOffered()
    {
        return false;
    }

    @Override
    public boolean isForeground()
    {
        return true;
    }
}
