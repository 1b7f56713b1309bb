/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.List;

import javax.inject.Inject;

import org.copsuite.BackgroundWork;
import org.xwiki.component.phase.Disposable;

/**
 * Base of a consumer that keeps its checkpoint in the database and processes one entry after the other, on a thread of
 * its own. A subclass implements {@link #process}; registered under the role {@link LedgerConsumer}, it runs on every
 * node.
 */
public abstract class AbstractCheckpointedConsumer implements LedgerConsumer, Disposable
{
    /** Number of entries without a result that may be processed again after a crash: saves a write for each vote. */
    private static final long UNWRITTEN = 1_000;

    @Inject
    private Checkpoints checkpoints;

    private final String name;

    private final BackgroundWork worker;

    /** The last entry processed, -1 before the checkpoint was read. Used by the worker thread only. */
    private long checkpoint = -1;

    private long savedCheckpoint;

    /** @param name the name of the consumer and of its checkpoint, at most 40 characters; never changed later */
    protected AbstractCheckpointedConsumer(String name)
    {
        this.name = name;
        this.worker = new BackgroundWork("cop-" + name);
    }

    /**
     * Processes an entry. Every node of a cluster calls this for every entry, and entries are delivered again after a
     * failure or a crash: a consumer writes its result in a transaction that first calls {@link Checkpoints#lock}, or
     * writes what may be written twice.
     *
     * @param entry the entry
     * @return whether there was a result; the checkpoint is then stored at once
     * @throws Exception on a failure; the entry is delivered again later
     */
    protected abstract boolean process(LedgerEntry entry) throws Exception;

    /** Called after some entries were processed, if there was a result. */
    protected void processed()
    {
    }

    /** @return the checkpoint at the very first start: 0, so that the consumer processes the whole ledger */
    protected long initialCheckpoint()
    {
        return 0;
    }

    @Override
    public final String name()
    {
        return this.name;
    }

    @Override
    public final long checkpoint()
    {
        try {
            return this.worker.run(this::currentCheckpoint);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the checkpoint of [" + this.name + "].", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long currentCheckpoint()
    {
        if (this.checkpoint < 0) {
            this.checkpoint = storedCheckpoint();
            this.savedCheckpoint = this.checkpoint;
        }
        return this.checkpoint;
    }

    private long storedCheckpoint()
    {
        return this.checkpoints.read(this.name, initialCheckpoint());
    }

    @Override
    public final void consume(List<LedgerEntry> entries) throws Exception
    {
        if (this.worker.run(() -> processAll(entries))) {
            processed();
        }
    }

    private boolean processAll(List<LedgerEntry> entries) throws Exception
    {
        boolean result = false;
        long last = currentCheckpoint();
        for (LedgerEntry entry : entries) {
            if (entry.getSequence() > last) {
                boolean now = process(entry);
                result |= now;
                this.checkpoint = entry.getSequence();
                if (now || this.checkpoint - this.savedCheckpoint > UNWRITTEN) {
                    save();
                }
            }
        }
        return result;
    }

    private void save()
    {
        this.checkpoints.advance(this.name, this.checkpoint);
        this.savedCheckpoint = this.checkpoint;
    }

    @Override
    public final boolean isReady()
    {
        try {
            return this.worker.run(this::storedCheckpoint) >= 0;
        } catch (Exception e) {
            return false;
        }
    }

    @Override
    public final void skip(LedgerEntry entry) throws Exception
    {
        this.worker.run(() -> {
            this.checkpoint = Math.max(this.checkpoint, entry.getSequence());
            save();
            return null;
        });
    }

    @Override
    public void dispose()
    {
        this.worker.close();
    }
}
