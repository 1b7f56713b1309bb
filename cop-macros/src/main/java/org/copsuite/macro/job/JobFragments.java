/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.job;

import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.job.Job;
import org.copsuite.job.Jobs;
import org.copsuite.job.Jobs.Latest;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints jobs: one box for each type, with its newest job, which fetches itself again while that is under way. */
@Component(roles = JobFragments.class)
@Singleton
public class JobFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<Jobs> jobs;

    /** @return the boxes of all types that the reader may start, or whose newest job is under way or failed */
    public Html all()
    {
        List<Html> boxes =
            this.jobs.get().latest(this.printer.reader(), this.printer.wiki()).stream().map(this::print).toList();
        return boxes.isEmpty() ? Html.EMPTY : this.printer.print("job/all", "boxes", boxes);
    }

    /**
     * @param id a job
     * @return the box of its type
     * @throws CopException NOT_FOUND if there is no such job, or the reader may not view it
     */
    public Html box(UUID id) throws CopException
    {
        Job job = this.jobs.get().get(this.printer.reader(), this.printer.wiki(), id);
        return print(this.jobs.get().latest(this.printer.reader(), this.printer.wiki()).stream()
            .filter(latest -> latest.type().equals(job.type())).findFirst()
            .orElseGet(() -> new Latest(job.type(), false, job)));
    }

    private Html print(Latest latest)
    {
        Job job = latest.job();
        CopException.Message problem = job == null ? null : job.problem();
        return this.printer.print("job/box", "type", latest.type(), "offered", latest.offered(), "resumable",
            this.jobs.get().isResumable(latest.type()), "job", job, "problem",
            problem == null ? null : this.printer.text(problem.key(), problem.arguments()));
    }
}
