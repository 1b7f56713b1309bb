/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.BackgroundWork;
import org.copsuite.job.Jobs;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.spi.Encoder;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.event.ComponentDescriptorAddedEvent;
import org.xwiki.component.phase.Disposable;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

/** Has the texts of wikis encoded whose texts the present encoder has not encoded: at the start, and when it is installed. */
@Component
@Named(EncodingTask.NAME)
@Singleton
public class EncodingTask implements MaintenanceTask
{
    static final String NAME = "encoding";

    @Inject
    private Encoders encoders;

    @Inject
    private Vectors vectors;

    @Inject
    private Provider<Wikis> wikis;

    @Inject
    private Provider<Jobs> jobs;

    @Override
    public void run()
    {
        this.encoders.start();
        Optional<Encoder> encoder = this.encoders.current();
        if (encoder.isPresent()) {
            for (WikiId wiki : this.wikis.get().all()) {
                if (!this.vectors.isComplete(wiki, Encoders.name(encoder.get()))) {
                    this.jobs.get().require(wiki, EncodeJob.NAME, "");
                }
            }
        }
    }

    /** Runs the task when an extension brings an encoder to a wiki that runs; at its start, the task runs anyway. */
    @Component
    @Named(Installation.NAME)
    @Singleton
    public static class Installation extends AbstractEventListener implements Disposable
    {
        static final String NAME = "org.copsuite.search.internal.EncodingTask.Installation";

        @Inject
        @Named(EncodingTask.NAME)
        private Provider<MaintenanceTask> task;

        @Inject
        private Encoders encoders;

        private final BackgroundWork work = new BackgroundWork("cop-encoding");

        /** Listens to encoders that extensions bring. */
        public Installation()
        {
            super(NAME, new ComponentDescriptorAddedEvent(Encoder.class));
        }

        @Override
        public void onEvent(Event event, Object source, Object data)
        {
            if (this.encoders.isStarted()) {
                // Loading the model takes a second.
                this.work.submit(() -> this.task.get().run());
            }
        }

        @Override
        public void dispose()
        {
            this.work.close();
        }
    }
}
