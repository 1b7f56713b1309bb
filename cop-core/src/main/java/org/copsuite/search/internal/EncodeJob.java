/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.search.internal.TextEncoder.Changes;
import org.copsuite.spi.Encoder;
import org.copsuite.spi.JobContext;
import org.copsuite.spi.JobStep;
import org.copsuite.spi.JobType;
import org.copsuite.spi.SearchSource;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Encodes all texts of a wiki that are not encoded, some per step. The position is the type of a source, the last thing of
 * it that is done, and whether this pass has encoded anything: if so, another pass follows, for what was written
 * meanwhile. What is encoded already costs little.
 */
@Component
@Named(EncodeJob.NAME)
@Singleton
public class EncodeJob implements JobType
{
    /** The name of the type. */
    public static final String NAME = "encode";

    /** The number of things of a step: a second or two, and more of long threads. */
    private static final int BATCH = 20;

    private static final String NONE = "-";

    @Inject
    private Encoders encoders;

    @Inject
    private TextEncoder texts;

    @Inject
    private SearchSources sources;

    @Override
    public boolean isOffered()
    {
        return this.encoders.current().isPresent();
    }

    @Override
    public long total(JobContext job)
    {
        return this.sources.all().stream().mapToLong(source -> source.count(job.wiki())).sum();
    }

    @Override
    public JobStep step(JobContext job)
    {
        Optional<Encoder> encoder = this.encoders.current();
        if (encoder.isEmpty()) {
            return JobStep.last(job);
        }
        Position position = job.position().isEmpty() ? new Position(this.sources.types().get(0), null, false)
            : Position.read(job.position());
        SearchSource source = this.sources.find(position.type()).orElse(null);
        List<UUID> batch = source == null ? List.of() : source.ids(job.wiki(), position.last(), BATCH);
        if (batch.isEmpty()) {
            return next(job, encoder.get(), position);
        }
        Changes changes = this.texts.changes(encoder.get(), source, job.wiki(), batch);
        Position reached = new Position(position.type(), batch.get(batch.size() - 1),
            position.changed() || !changes.isEmpty());
        return JobStep.to("", reached.toString(), batch.size()).writing(changes::write);
    }

    private JobStep next(JobContext job, Encoder encoder, Position position)
    {
        Optional<String> next =
            this.sources.types().stream().filter(other -> other.compareTo(position.type()) > 0).findFirst();
        if (next.isPresent()) {
            return JobStep.to("", new Position(next.get(), null, position.changed()).toString(), 0);
        }
        if (position.changed()) {
            return JobStep.to("", "", -job.done());
        }
        WikiId wiki = job.wiki();
        return JobStep.last(job).writing(session -> Vectors.complete(session, wiki, Encoders.name(encoder)));
    }

    /**
     * A position.
     *
     * @param type the type of the source
     * @param last the last thing that is done, {@code null} before the first one
     * @param changed whether this pass has encoded anything
     */
    private record Position(String type, UUID last, boolean changed)
    {
        static Position read(String text)
        {
            String[] parts = text.split(" ");
            return new Position(parts[0], NONE.equals(parts[1]) ? null : UUID.fromString(parts[1]),
                Boolean.parseBoolean(parts[2]));
        }

        @Override
        public String toString()
        {
            return this.type + ' ' + (this.last == null ? NONE : this.last) + ' ' + this.changed;
        }
    }
}
