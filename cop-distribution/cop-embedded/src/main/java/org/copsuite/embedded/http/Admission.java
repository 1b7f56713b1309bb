/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;

import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletResponse;

import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request on its way to the wiki: its body, its place in a lane, and how it goes on when it has waited. */
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

    /** @return the admission of a request that comes back to the handler, {@code null} for a new one */
    static Admission of(Request request)
    {
        return (Admission) request.getAttribute(ATTRIBUTE);
    }

    ReceivedBody body()
    {
        return this.body;
    }

    /** Gives the thread back until {@link #dispatch}. */
    void suspend()
    {
        this.async = this.request.startAsync();
        this.async.setTimeout(0);
    }

    /** @return whether the request may run at once; otherwise it is to {@link #suspend} and to {@link #await} */
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

    /** Waits for the lane; the request is suspended. */
    void await()
    {
        this.lane.enqueue(this.ticket);
    }

    /** Goes on with the whole body; the request is suspended. */
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
            LOGGER.debug("A request ended while it waited.", e);
            leave();
        }
    }

    /** Refuses the request, which is suspended. */
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
            LOGGER.debug("A refusal could not be sent.", e);
        } finally {
            complete();
        }
    }

    /** Ends the request, which is suspended. */
    void complete()
    {
        try {
            this.async.complete();
        } catch (IllegalStateException e) {
            LOGGER.debug("A request ended already.", e);
        }
    }

    /** Gives the place in the lane back and forgets the body. */
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
