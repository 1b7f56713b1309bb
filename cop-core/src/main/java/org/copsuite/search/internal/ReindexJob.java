/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.copsuite.CopException;
import org.copsuite.spi.JobContext;
import org.copsuite.spi.JobStep;
import org.copsuite.spi.JobType;
import org.copsuite.spi.SearchSource;
import org.xwiki.component.annotation.Component;

/**
 * Removes a wiki from the index and writes all things of all sources again, some per step. The position is the type of a
 * source, and the last thing of it that is written. Each step is on disk before its position is stored; a job that
 * finds another index than the one that it has begun begins again.
 */
@Component
@Named(ReindexJob.NAME)
@Singleton
public class ReindexJob implements JobType
{
    /** The name of the type. */
    public static final String NAME = "reindex";

    @Inject
    private Indexer indexer;

    @Inject
    private SearchSources sources;

    @Override
    public long total(JobContext job)
    {
        return this.sources.all().stream().mapToLong(source -> source.count(job.wiki())).sum();
    }

    @Override
    public JobStep step(JobContext job) throws CopException
    {
        try {
            return job.position().isEmpty() ? begin(job) : write(job);
        } catch (SolrServerException | IOException | SolrException e) {
            CopException outage = new CopException(CopException.Kind.UNAVAILABLE, "cop.knowledge.error.unavailable");
            outage.initCause(e);
            throw outage;
        }
    }

    private JobStep begin(JobContext job) throws SolrServerException, IOException
    {
        this.indexer.beginReindexing(job.wiki(), job.id());
        return JobStep.to("", this.sources.types().get(0), 0);
    }

    private JobStep write(JobContext job) throws SolrServerException, IOException
    {
        if (!this.indexer.isReindexing(job.wiki(), job.id())) {
            return JobStep.to("", "", -job.done());
        }
        String[] position = job.position().split(" ");
        UUID last = position.length == 1 ? null : UUID.fromString(position[1]);
        SearchSource source = this.sources.find(position[0]).orElse(null);
        List<UUID> batch = source == null ? List.of() : source.ids(job.wiki(), last, Indexer.BATCH);
        if (batch.isEmpty()) {
            return next(job, position[0]);
        }
        this.indexer.refresh(source, job.wiki(), batch);
        this.indexer.commit(true);
        return JobStep.to("", position[0] + ' ' + batch.get(batch.size() - 1), batch.size());
    }

    private JobStep next(JobContext job, String type) throws SolrServerException, IOException
    {
        Optional<String> next = this.sources.types().stream().filter(other -> other.compareTo(type) > 0).findFirst();
        if (next.isEmpty()) {
            this.indexer.endReindexing(job.wiki());
            return JobStep.last(job);
        }
        return JobStep.to("", next.get(), 0);
    }
}
