/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.BackgroundWork;
import org.copsuite.db.Outage;
import org.copsuite.notice.NoticeDelivery;
import org.copsuite.wiki.Notices;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;

/** Delivers due notices on a background thread: at once when this node wrote some, otherwise every few seconds. */
@Component(roles = {NoticeDelivery.class, DefaultNoticeDelivery.class})
@Singleton
public class DefaultNoticeDelivery implements NoticeDelivery, Disposable
{
    /** Interval in seconds for notices of other nodes and for daily mails, which send no signal here. */
    private static final int POLL = 20;

    @Inject
    private Provider<Notices> notices;

    @Inject
    private NoticeDispatcher dispatcher;

    @Inject
    private NoticeMailer mailer;

    @Inject
    private Logger logger;

    private BackgroundWork worker;

    @Override
    public synchronized void start()
    {
        if (this.worker == null) {
            this.worker = new BackgroundWork("cop-notice-deliveries");
            this.worker.executor().scheduleWithFixedDelay(this::deliver, 1, POLL, TimeUnit.SECONDS);
        }
    }

    @Override
    public void stop()
    {
        BackgroundWork running;
        synchronized (this) {
            running = this.worker;
            this.worker = null;
        }
        if (running != null) {
            running.close();
        }
    }

    @Override
    public void dispose()
    {
        stop();
    }

    /** Signals that a new notice is due. */
    synchronized void wake()
    {
        if (this.worker != null) {
            this.worker.executor().execute(this::deliver);
        }
    }

    @Override
    public boolean await(Duration timeout)
    {
        BackgroundWork running;
        synchronized (this) {
            running = this.worker;
        }
        try {
            if (running != null) {
                running.executor().submit(this::deliver).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            }
            return running != null;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void deliver()
    {
        try {
            boolean more = true;
            while (more && isRunning()) {
                more = this.notices.get().handles() ? this.dispatcher.dispatchSome() : this.mailer.mailSome();
            }
            this.mailer.purgeOld();
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            // An exception that leaves this method would end all further runs.
            this.logger.warn("Failed to deliver notices: [{}]; will retry in {} seconds.", e.getClass().getName(), POLL,
                Outage.traceOf(e));
        }
    }

    private synchronized boolean isRunning()
    {
        return this.worker != null && !this.worker.isClosed();
    }
}
