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

/** Tells those who keep what they found that the index has changed, and those who write it that it was thrown away. */
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

    /** @return another id after each change that searches can see */
    UUID changes()
    {
        return this.changes;
    }

    /** Searches see the index changed from now on. */
    void changed()
    {
        this.changes = UUID.randomUUID();
    }

    /** @return another number each time that the index was thrown away: what was known of it holds no more */
    int generation()
    {
        return this.generation;
    }

    /** @return whether the index was thrown away, and does not hold again what it held before */
    boolean isPartial()
    {
        return this.partial;
    }

    /** The index holds again what it should. */
    void complete()
    {
        this.partial = false;
        changed();
    }

    /**
     * Throws the index away. Nobody writes how far it is meanwhile.
     *
     * @param work empties it
     * @return what the work gave; only where it is true, the index is another one now
     * @throws IOException as the work does
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
     * Writes something that is only true of the index as it was.
     *
     * @param expected the number of the index that it is true of
     * @param work writes it
     * @throws IOException as the work does, and if the index is another one by now
     * @throws SolrServerException as the work does
     */
    void write(int expected, Writing work) throws IOException, SolrServerException
    {
        this.lock.readLock().lock();
        try {
            if (expected != this.generation) {
                throw new IOException("The index was thrown away meanwhile.");
            }
            work.run();
        } finally {
            this.lock.readLock().unlock();
        }
    }

    /**
     * @param expected the number of the index that it is true of
     * @param sequence the last row of the ledger that this index has taken
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

    /** @return the last row of the ledger that the index has taken; -1 where nobody has asked it yet */
    long reached()
    {
        return this.reached;
    }

    /** @return how far the writing of all questions is, where that is done now */
    Optional<Progress> progress()
    {
        return Optional.ofNullable(this.progress);
    }

    /** @param now how far the writing of all questions is; {@code null} when it has ended */
    void setProgress(Progress now)
    {
        this.progress = now;
    }

    /** Empties the index. */
    @FunctionalInterface
    interface Emptying
    {
        /**
         * @return whether it is empty now
         * @throws IOException if it cannot be emptied now
         */
        boolean run() throws IOException;
    }

    /** Writes to the index. */
    @FunctionalInterface
    interface Writing
    {
        /**
         * @throws IOException if Solr does not answer
         * @throws SolrServerException if Solr refuses
         */
        void run() throws IOException, SolrServerException;
    }
}
