/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.util.List;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.job.Job;
import org.copsuite.job.JobRunner;
import org.copsuite.job.JobState;
import org.copsuite.job.Jobs;
import org.copsuite.spi.Encoder;
import org.xwiki.component.descriptor.ComponentDescriptor;
import org.xwiki.component.manager.ComponentRepositoryException;

/** Takes the encoder out of a wiki, so that the words alone are measured first, and brings it back. */
final class EncoderSwitch
{
    private final CopServer wiki;

    private final List<ComponentDescriptor<Encoder>> taken;

    private EncoderSwitch(CopServer wiki, List<ComponentDescriptor<Encoder>> taken)
    {
        this.wiki = wiki;
        this.taken = taken;
    }

    /** Takes the encoder out of a wiki that has just been opened. */
    static EncoderSwitch off(CopServer wiki)
    {
        List<ComponentDescriptor<Encoder>> taken = wiki.components().getComponentDescriptorList(Encoder.class);
        taken.forEach(wiki.components()::unregisterComponent);
        return new EncoderSwitch(wiki, taken);
    }

    /** @throws UnusableDumpException if there was no encoder in the wiki */
    void require() throws UnusableDumpException
    {
        if (this.taken.isEmpty()) {
            throw new UnusableDumpException("There is no encoder on the class path: run ./cop evaluate with --encoder.");
        }
    }

    /** Brings the encoder back and encodes all texts. */
    void on(Report report) throws ComponentRepositoryException
    {
        for (ComponentDescriptor<Encoder> descriptor : this.taken) {
            this.wiki.components().registerComponent(descriptor);
        }
        long start = System.nanoTime();
        Job job = this.wiki.get(JobRunner.class)
            .run(this.wiki.get(Jobs.class).require(WikiOptions.WIKI, "encode", "").id(), now -> { });
        if (job.state() != JobState.DONE) {
            throw new IllegalStateException("The texts were not encoded: " + job.problem());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report.say("%-28s %8d threads in %.0f s", "encoded", job.done(), seconds);
        report.put("encodingSeconds", seconds);
    }
}
