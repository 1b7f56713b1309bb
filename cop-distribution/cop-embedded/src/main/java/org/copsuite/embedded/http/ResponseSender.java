/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;
import java.io.InputStream;

import javax.servlet.AsyncContext;

import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a response piece by piece, at the pace of the client. No thread waits between the pieces. */
final class ResponseSender extends Transfer implements Callback
{
    /** Seconds that a client may take to read any response, whatever its size. */
    static final int GRACE = 20;

    /** The minimum average rate after that time, in bytes per second. */
    static final int RATE = 2048;

    private static final Logger LOGGER = LoggerFactory.getLogger(ResponseSender.class);

    private final Request request;

    private final Transfers sending;

    private final InputStream content;

    private final AsyncContext async;

    private ResponseSender(Request request, Transfers sending, InputStream content)
    {
        super(request.getHttpChannel().getEndPoint(), GRACE, RATE);
        this.request = request;
        this.sending = sending;
        this.content = content;
        this.async = request.startAsync();
        this.async.setTimeout(0);
    }

    /**
     * Starts to send; the request becomes asynchronous.
     *
     * @param request the request, whose response is not committed
     * @param sending the set that contains the transfer until it ends
     * @param content the bytes; closed at the end. Each read may take as long as a database statement
     */
    static void send(Request request, Transfers sending, InputStream content)
    {
        ResponseSender sender = new ResponseSender(request, sending, content);
        if (!sending.add(sender)) {
            LOGGER.debug("Failed to send a response; too many are being sent, its connection is closed.");
            sender.abort();
        }
        request.getResponse().getHttpOutput().sendContent(sender.counted(), sender);
    }

    private InputStream counted()
    {
        return new InputStream()
        {
            @Override
            public int read() throws IOException
            {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException
            {
                int count = ResponseSender.this.content.read(bytes, offset, length);
                moved(Math.max(0, count));
                return count;
            }

            @Override
            public void close() throws IOException
            {
                ResponseSender.this.content.close();
            }
        };
    }

    @Override
    public void succeeded()
    {
        end();
    }

    @Override
    public void failed(Throwable failure)
    {
        if (failure instanceof EofException) {
            LOGGER.debug("Failed to send a whole response; the client disconnected.");
        } else {
            LOGGER.debug("Failed to send a whole response.", failure);
        }
        end();
    }

    private void end()
    {
        this.sending.remove(this);
        try {
            this.content.close();
        } catch (IOException e) {
            LOGGER.debug("Failed to close the source of a response.", e);
        }
        this.async.complete();
    }

    @Override
    void abort()
    {
        this.request.getHttpChannel().getEndPoint().close();
    }
}
