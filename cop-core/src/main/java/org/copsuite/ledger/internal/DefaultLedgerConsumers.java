/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.LedgerConsumers;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/** Runs each consumer in a thread of its own. */
@Component
@Singleton
public class DefaultLedgerConsumers implements LedgerConsumers, Disposable
{
    /** A wiki whose database or index does not respond starts nevertheless; its consumers try again. */
    private static final Duration START = Duration.ofSeconds(10);

    @Inject
    private Provider<List<LedgerConsumer>> consumers;

    @Inject
    private Ledger ledger;

    @Inject
    private CommitSignal commits;

    private final List<ConsumerThread> runs = new ArrayList<>();

    @Override
    public void start()
    {
        long end = System.nanoTime() + START.toNanos();
        startThreads().forEach(run -> run.awaitStart(end - System.nanoTime()));
    }

    private synchronized List<ConsumerThread> startThreads()
    {
        if (this.runs.isEmpty()) {
            for (LedgerConsumer consumer : this.consumers.get()) {
                ConsumerThread run = new ConsumerThread(consumer, this.ledger, this.commits);
                this.runs.add(run);
                run.start();
            }
        }
        return List.copyOf(this.runs);
    }

    @Override
    public synchronized void stop()
    {
        this.runs.forEach(ConsumerThread::stop);
        this.runs.clear();
    }

    @Override
    public void dispose()
    {
        stop();
    }

    @Override
    public boolean await(Duration timeout)
    {
        long end = System.nanoTime() + timeout.toNanos();
        long head = this.ledger.head();
        for (ConsumerThread run : running()) {
            if (!run.await(head, end - System.nanoTime())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void reloadCheckpoint(String name)
    {
        running().stream().filter(run -> run.name().equals(name)).forEach(ConsumerThread::reloadCheckpoint);
    }

    @Override
    public List<Status> statuses()
    {
        long head = this.ledger.head();
        return running().stream().map(run -> run.status(head)).sorted(Comparator.comparing(Status::name)).toList();
    }

    private synchronized List<ConsumerThread> running()
    {
        return List.copyOf(this.runs);
    }
}
