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

/** Sends a response piece by piece, as the client takes it; between the pieces it holds no thread. */
final class ResponseSender extends Transfer implements Callback
{
    /** How many seconds a client may take for a response whatever its size. */
    static final int GRACE = 20;

    /** How many bytes of a response a client must take in a second afterwards, on average. */
    static final int RATE = 2048;

    private static final Logger LOGGER = LoggerFactory.getLogger(ResponseSender.class);

    private final Request request;

    private final Transfers sending;

    private final InputStream content;

    private final AsyncContext async;

    private ResponseSender(Request request, Transfers sending, InputStream content)
    {
        super(GRACE, RATE);
        this.request = request;
        this.sending = sending;
        this.content = content;
        this.async = request.startAsync();
        this.async.setTimeout(0);
    }

    /**
     * Begins to send; the request becomes asynchronous.
     *
     * @param request the request, whose response is not committed
     * @param sending where the transfer is listed until it ends
     * @param content the bytes; closed at the end. Each read may take as long as a statement of the database
     */
    static void send(Request request, Transfers sending, InputStream content)
    {
        ResponseSender sender = new ResponseSender(request, sending, content);
        if (!sending.add(sender)) {
            LOGGER.debug("Too many responses are being sent; this one is dropped.");
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
            LOGGER.debug("A client went before it had the whole response.");
        } else {
            LOGGER.debug("A response was not sent to its end.", failure);
        }
        end();
    }

    private void end()
    {
        this.sending.remove(this);
        try {
            this.content.close();
        } catch (IOException e) {
            LOGGER.debug("The source of a response was not closed.", e);
        }
        this.async.complete();
    }

    @Override
    void abort()
    {
        this.request.getHttpChannel().getEndPoint().close();
    }
}
