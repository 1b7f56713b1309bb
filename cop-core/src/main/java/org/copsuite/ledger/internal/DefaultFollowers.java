/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.Followers;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerFollower;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/** Runs each follower in a thread of its own. */
@Component
@Singleton
public class DefaultFollowers implements Followers, Disposable
{
    @Inject
    private Provider<List<LedgerFollower>> followers;

    @Inject
    private Ledger ledger;

    @Inject
    private LedgerBell bell;

    private final List<FollowerRun> runs = new ArrayList<>();

    @Override
    public synchronized void start()
    {
        if (this.runs.isEmpty()) {
            for (LedgerFollower follower : this.followers.get()) {
                FollowerRun run = new FollowerRun(follower, this.ledger, this.bell);
                this.runs.add(run);
                run.start();
            }
        }
    }

    @Override
    public synchronized void stop()
    {
        this.runs.forEach(FollowerRun::stop);
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
        for (FollowerRun run : running()) {
            if (!run.await(head, end - System.nanoTime())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void again(String name)
    {
        running().stream().filter(run -> run.name().equals(name)).forEach(FollowerRun::again);
    }

    @Override
    public List<Standing> standings()
    {
        long head = this.ledger.head();
        return running().stream().map(run -> run.standing(head)).sorted(Comparator.comparing(Standing::name)).toList();
    }

    private synchronized List<FollowerRun> running()
    {
        return List.copyOf(this.runs);
    }
}
