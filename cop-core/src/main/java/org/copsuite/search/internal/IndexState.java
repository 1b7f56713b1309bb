/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import javax.inject.Singleton;

import org.apache.solr.client.solrj.SolrServerException;
import org.copsuite.search.IndexStatus.Progress;
import org.xwiki.component.annotation.Component;

/** Signals changes of the index to caches, and its renewal to writers. Thread-safe. */
@Component(roles = IndexState.class)
@Singleton
public class IndexState
{
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

    private volatile UUID changes = UUID.randomUUID();

    private volatile int generation;

    private volatile boolean partial;

    private volatile long reached = -1;

    private volatile Progress progress;

    /** @return an id that differs after each change that searches can see */
    UUID changes()
    {
        return this.changes;
    }

    /** Records a change that searches see from now on. */
    void changed()
    {
        this.changes = UUID.randomUUID();
    }

    /** @return a number that differs each time that the index was discarded: values read before are no longer valid */
    int generation()
    {
        return this.generation;
    }

    /** @return whether the index was discarded and is not yet rebuilt */
    boolean isPartial()
    {
        return this.partial;
    }

    /** Records that the index is complete again. */
    void complete()
    {
        this.partial = false;
        changed();
    }

    /**
     * Discards the index. No checkpoint is written meanwhile.
     *
     * @param work empties the index
     * @return the result of the work; the generation changes only if it is true
     * @throws IOException if the work throws it
     */
    boolean renew(Emptying work) throws IOException
    {
        this.lock.writeLock().lock();
        try {
            boolean done = work.run();
            if (done) {
                this.generation++;
                this.partial = true;
                this.reached = -1;
                this.progress = null;
                changed();
            }
            return done;
        } finally {
            this.lock.writeLock().unlock();
        }
    }

    /**
     * Writes data that is only valid for one generation of the index.
     *
     * @param expected the generation for which the data is valid
     * @param work writes the data
     * @throws IOException if the work throws it, or if the generation has changed
     * @throws SolrServerException if the work throws it
     */
    void write(int expected, Writing work) throws IOException, SolrServerException
    {
        this.lock.readLock().lock();
        try {
            if (expected != this.generation) {
                throw new IOException("The index was discarded meanwhile.");
            }
            work.run();
        } finally {
            this.lock.readLock().unlock();
        }
    }

    /**
     * Records the checkpoint; does nothing if the generation has changed.
     *
     * @param expected the generation to which the checkpoint belongs
     * @param sequence the sequence of the last entry that the index has processed
     */
    void reach(int expected, long sequence)
    {
        this.lock.readLock().lock();
        try {
            if (expected == this.generation) {
                this.reached = sequence;
            }
        } finally {
            this.lock.readLock().unlock();
        }
    }

    /** @return the sequence of the last entry that the index has processed; -1 if it is not yet known */
    long reached()
    {
        return this.reached;
    }

    /** @return the progress of the full indexing; empty if none is running */
    Optional<Progress> progress()
    {
        return Optional.ofNullable(this.progress);
    }

    /** @param now the progress of the full indexing; {@code null} when it has ended */
    void setProgress(Progress now)
    {
        this.progress = now;
    }

    /** Empties the index. */
    @FunctionalInterface
    interface Emptying
    {
        /**
         * @return whether the index is empty now
         * @throws IOException if it cannot be emptied now
         */
        boolean run() throws IOException;
    }

    /** Writes to the index. */
    @FunctionalInterface
    interface Writing
    {
        /**
         * @throws IOException if Solr does not respond
         * @throws SolrServerException if Solr rejects the request
         */
        void run() throws IOException, SolrServerException;
    }
}
