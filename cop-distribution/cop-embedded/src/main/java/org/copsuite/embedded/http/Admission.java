/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;

import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletResponse;

import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The admission of one request to the wiki. Holds the body of the request and its permit in a lane, and resumes the
 * request when a permit is free.
 */
final class Admission
{
    private static final Logger LOGGER = LoggerFactory.getLogger(Admission.class);

    private static final String ATTRIBUTE = Admission.class.getName();

    private final Request request;

    private final AdmissionHandler handler;

    private AsyncContext async;

    private ReceivedBody body;

    private Lane lane;

    private Lane.Ticket ticket;

    Admission(Request request, AdmissionHandler handler)
    {
        this.request = request;
        this.handler = handler;
    }

    /** @return the admission of a request that was dispatched to the handler again, {@code null} for a new request */
    static Admission of(Request request)
    {
        return (Admission) request.getAttribute(ATTRIBUTE);
    }

    ReceivedBody body()
    {
        return this.body;
    }

    /** Makes the request asynchronous, which releases the thread until {@link #dispatch}. */
    void suspend()
    {
        this.async = this.request.startAsync();
        this.async.setTimeout(0);
    }

    /**
     * Tries to enter a lane.
     *
     * @return whether the request may run at once; otherwise the caller must {@link #suspend} it and then
     *         {@link #await} the lane
     */
    boolean enter(Lane wanted)
    {
        this.lane = wanted;
        this.ticket = new Lane.Ticket(this.handler.policy().client(this.request), this::dispatch,
            () -> {
                this.lane = null;
                refuse(Refusal.BUSY);
            });
        if (this.lane.tryEnter(this.ticket)) {
            return true;
        }
        return false;
    }

    /** Enqueues the request in the lane. The request must be suspended. */
    void await()
    {
        this.lane.enqueue(this.ticket);
    }

    /**
     * Continues with the complete body: dispatches the request or enqueues it in its lane. The request must be
     * suspended.
     */
    void received(ReceivedBody whole, Lane wanted)
    {
        this.body = whole;
        if (enter(wanted)) {
            dispatch();
        } else {
            await();
        }
    }

    private void dispatch()
    {
        this.request.setAttribute(ATTRIBUTE, this);
        try {
            this.async.dispatch();
        } catch (IllegalStateException e) {
            LOGGER.debug("Failed to dispatch a request; it ended while it waited.", e);
            leave();
        }
    }

    /** Sends a refusal, closes the connection and completes the request. The request must be suspended. */
    void refuse(Refusal refusal)
    {
        HttpServletResponse response = this.request.getResponse();
        try {
            if (this.body != null) {
                this.body.delete();
            }
            response.setHeader("Connection", "close");
            this.handler.refuse(this.request, response, refusal);
        } catch (IOException | RuntimeException e) {
            LOGGER.debug("Failed to send a refusal; the request is completed.", e);
        } finally {
            complete();
        }
    }

    /** Completes the request. The request must be suspended. */
    void complete()
    {
        try {
            this.async.complete();
        } catch (IllegalStateException e) {
            LOGGER.debug("Failed to complete a request; it had ended before.", e);
        }
    }

    /** Releases the permit in the lane and deletes the body. */
    void leave()
    {
        if (this.lane != null) {
            this.lane.leave(this.ticket);
            this.lane = null;
        }
        if (this.body != null) {
            this.body.delete();
            this.body = null;
        }
    }
}
