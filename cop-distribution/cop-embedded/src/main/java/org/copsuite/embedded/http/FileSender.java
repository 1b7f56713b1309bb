/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.servlet.AsyncContext;
import javax.servlet.WriteListener;

import org.eclipse.jetty.server.HttpOutput;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a file piece by piece. A piece is read from the database when the client has received the previous one. The
 * lane limits how many pieces are read at the same time, so that any number of downloads leaves database connections to
 * other requests.
 */
final class FileSender extends Transfer implements WriteListener
{
    private static final Logger LOGGER = LoggerFactory.getLogger(FileSender.class);

    private static final int PIECE = 128 * 1024;

    private static final int WRITE = 32 * 1024;

    private final Request request;

    private final Transfers sending;

    private final Lane lane;

    private final String client;

    private final InputStream content;

    private final HttpOutput out;

    private final Executor threads;

    private final AsyncContext async;

    private final AtomicBoolean ended = new AtomicBoolean();

    private byte[] piece = new byte[0];

    private int filled;

    private int at;

    private FileSender(Request request, Transfers sending, Lane lane, String client, InputStream content)
    {
        super(request.getHttpChannel().getEndPoint(), ResponseSender.GRACE, ResponseSender.RATE);
        this.request = request;
        this.sending = sending;
        this.lane = lane;
        this.client = client;
        this.content = content;
        this.out = request.getResponse().getHttpOutput();
        this.threads = request.getHttpChannel().getServer().getThreadPool();
        this.async = request.startAsync();
        this.async.setTimeout(0);
    }

    /**
     * Starts to send; the request becomes asynchronous.
     *
     * @param request the request, whose response is not committed
     * @param sending the set that contains the transfer until it ends
     * @param lane the lane in which pieces are read
     * @param client the name of the client for the lane
     * @param content the bytes; closed at the end
     */
    static void send(Request request, Transfers sending, Lane lane, String client, InputStream content)
    {
        FileSender sender = new FileSender(request, sending, lane, client, content);
        if (!sending.add(sender)) {
            LOGGER.debug("Failed to send a file; too many responses are being sent, its connection is closed.");
            sender.abort();
        }
        sender.out.setWriteListener(sender);
    }

    @Override
    public void onWritePossible() throws IOException
    {
        while (!this.ended.get() && this.out.isReady()) {
            if (this.at == this.filled) {
                Lane.Ticket ticket = ticket();
                if (!this.lane.tryEnter(ticket)) {
                    this.lane.enqueue(ticket);
                    return;
                }
                if (!read(ticket)) {
                    end();
                    return;
                }
            }
            int count = Math.min(WRITE, this.filled - this.at);
            this.out.write(this.piece, this.at, count);
            this.at += count;
            moved(count);
        }
    }

    private Lane.Ticket ticket()
    {
        Lane.Ticket[] self = new Lane.Ticket[1];
        self[0] = new Lane.Ticket(this.client, () -> this.threads.execute(() -> granted(self[0])), this::abort);
        return self[0];
    }

    private void granted(Lane.Ticket ticket)
    {
        try {
            if (read(ticket)) {
                onWritePossible();
            } else {
                end();
            }
        } catch (IOException | RuntimeException e) {
            onError(e);
        }
    }

    /**
     * Reads the next piece and leaves the lane.
     *
     * @return whether there is a piece; {@code false} at the end of the file
     */
    private boolean read(Lane.Ticket ticket) throws IOException
    {
        try {
            if (this.piece.length == 0) {
                this.piece = new byte[PIECE];
            }
            this.filled = this.content.readNBytes(this.piece, 0, this.piece.length);
            this.at = 0;
            return this.filled > 0;
        } finally {
            this.lane.leave(ticket);
        }
    }

    @Override
    public void onError(Throwable failure)
    {
        if (failure instanceof org.eclipse.jetty.io.EofException) {
            LOGGER.debug("Failed to send a whole file; the client disconnected.");
        } else {
            LOGGER.debug("Failed to send a whole file; its connection is closed.", failure);
        }
        if (!this.request.getHttpChannel().isResponseCompleted()) {
            abort();
        }
        end();
    }

    private void end()
    {
        if (this.ended.compareAndSet(false, true)) {
            this.sending.remove(this);
            this.piece = new byte[0];
            try {
                this.content.close();
            } catch (IOException e) {
                LOGGER.debug("Failed to close the source of a file.", e);
            }
            this.async.complete();
        }
    }

    @Override
    void abort()
    {
        this.request.getHttpChannel().getEndPoint().close();
    }
}
