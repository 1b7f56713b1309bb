/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;

import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives one body asynchronously: its bytes hold no thread while they are awaited. A body larger than
 * {@link ReceivedBody#IN_MEMORY} must send the form token in a header or within its first {@link BodyStart#LENGTH}
 * bytes, and counts towards the limit of {@link LargeBodies}.
 */
final class BodyReader extends Transfer implements ReadListener
{
    /** Seconds that any body may take, whatever its size. */
    static final int GRACE = 10;

    /** The minimum average rate after that time, in bytes per second. */
    static final int RATE = 2048;

    /** The maximum number of fields in a form. */
    static final int FIELDS = 1000;

    private static final Logger LOGGER = LoggerFactory.getLogger(BodyReader.class);

    /** The number of bytes of a large body that are read before the pace is checked. */
    private static final int PIECE = 128 * 1024;

    /** How long a body is read while others wait for their turn, in nanoseconds. */
    private static final long TURN = TimeUnit.MILLISECONDS.toNanos(5);

    private static final ThreadLocal<byte[]> BUFFERS = ThreadLocal.withInitial(() -> new byte[16 * 1024]);

    private final HttpServletRequest request;

    private final RequestPolicy policy;

    private final LargeBodies large;

    private final ReceivedBody body;

    private final Outcome outcome;

    private final long maximum;

    private final String type;

    private final AtomicBoolean ended = new AtomicBoolean();

    private final byte[] start = new byte[BodyStart.LENGTH];

    private ServletInputStream in;

    private boolean trusted;

    private boolean admitted;

    private int fields = 1;

    /**
     * The callbacks for the end of the transfer. Exactly one of them is called, once, on any thread.
     *
     * @param received the body is complete
     * @param refused the request must be refused; the body is deleted
     * @param failed the client has disconnected; the body is deleted
     */
    record Outcome(Runnable received, Consumer<Refusal> refused, Runnable failed)
    {
    }

    BodyReader(Request request, RequestPolicy policy, LargeBodies large, ReceivedBody body, Outcome outcome)
    {
        super(request.getHttpChannel().getEndPoint(), GRACE, RATE);
        this.request = request;
        this.policy = policy;
        this.large = large;
        this.body = body;
        this.outcome = outcome;
        this.maximum = policy.largestBody(request);
        this.type = type(request);
    }

    private static String type(HttpServletRequest request)
    {
        return request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT).strip();
    }

    /**
     * Checks the head of the request.
     *
     * @return the reason to refuse the body, {@code null} if the body must be read
     */
    Refusal check()
    {
        String encoding = this.request.getHeader("Content-Encoding");
        if (encoding != null && !"identity".equalsIgnoreCase(encoding.strip())) {
            return Refusal.ENCODING;
        }
        if (this.request.getContentLengthLong() > this.maximum) {
            return Refusal.TOO_LARGE;
        }
        String header = this.request.getHeader(AdmissionHandler.TOKEN_HEADER);
        this.trusted = header != null && this.policy.isTokenValid(this.request, header);
        boolean announced = this.request.getContentLengthLong() > ReceivedBody.IN_MEMORY;
        if (announced && !this.trusted && (header != null || !BodyStart.hasFields(this.type))) {
            return Refusal.TOKEN;
        }
        return announced && this.trusted ? admit() : null;
    }

    private Refusal admit()
    {
        if (!this.admitted) {
            this.admitted = this.large.transfers().add(this);
        }
        return this.admitted ? null : Refusal.BODIES;
    }

    /** Starts to read the body. The request must be asynchronous. */
    void begin() throws IOException
    {
        this.in = this.request.getInputStream();
        this.in.setReadListener(this);
    }

    @Override
    public void onDataAvailable() throws IOException
    {
        if (this.large.turns().enter(this::goOn)) {
            read();
        }
    }

    /**
     * Reads what has arrived, until the turn of this body ends.
     *
     * @return whether all of it was read; otherwise it continues later
     */
    private boolean read() throws IOException
    {
        boolean again = false;
        long wait = 0;
        try {
            byte[] buffer = BUFFERS.get();
            int piece = 0;
            long end = System.nanoTime() + TURN;
            while (!again && wait == 0 && !this.ended.get() && this.in.isReady() && !this.in.isFinished()) {
                int count = this.in.read(buffer);
                if (count > 0) {
                    if (!accept(buffer, count)) {
                        return false;
                    }
                    piece += count;
                    if (this.admitted && piece >= PIECE) {
                        wait = this.large.receiveRate().received(piece, System.nanoTime());
                        piece = 0;
                    }
                    again = this.large.turns().areWanted() && System.nanoTime() - end > 0;
                }
            }
        } finally {
            this.large.turns().leave();
        }
        if (wait > 0) {
            this.large.later(this::queue, wait);
        } else if (again) {
            queue();
        }
        return !again && wait == 0;
    }

    /** Waits for the next turn. The container calls no listener until the body is read again. */
    private void queue()
    {
        if (this.large.turns().enter(this::goOn)) {
            goOn();
        }
    }

    /** Continues on a thread of the server, in a turn of this body. */
    private void goOn()
    {
        try {
            if (read() && !this.ended.get() && this.in.isFinished()) {
                onAllDataRead();
            }
        } catch (IOException | RuntimeException e) {
            onError(e);
        }
    }

    /** @return whether the body goes on; otherwise the request was refused */
    private boolean accept(byte[] buffer, int count)
    {
        Refusal refusal;
        try {
            refusal = take(buffer, count);
        } catch (IOException | RuntimeException e) {
            if (end()) {
                fail(e);
            }
            return false;
        }
        if (refusal != null) {
            refuse(refusal);
        }
        return refusal == null;
    }

    private Refusal take(byte[] buffer, int count) throws IOException
    {
        long before = bytes();
        if (before < this.start.length) {
            System.arraycopy(buffer, 0, this.start, (int) before, (int) Math.min(count, this.start.length - before));
        }
        moved(count);
        if (bytes() > this.maximum) {
            return Refusal.TOO_LARGE;
        }
        if (BodyStart.isUrlEncoded(this.type)) {
            for (int i = 0; i < count; i++) {
                this.fields += buffer[i] == '&' ? 1 : 0;
            }
            if (this.fields > FIELDS) {
                return Refusal.FIELDS;
            }
        }
        boolean isLarge = Math.max(bytes(), this.request.getContentLengthLong()) > ReceivedBody.IN_MEMORY;
        if (isLarge && bytes() >= BodyStart.LENGTH && !this.admitted) {
            Optional<String> token = BodyStart.hasFields(this.type)
                ? BodyStart.token(this.type, this.start, this.start.length) : Optional.empty();
            this.trusted = this.trusted || token.isPresent() && this.policy.isTokenValid(this.request, token.get());
            // A form without a token in front would be accepted if it were shorter: it is not old.
            Refusal refusal = this.trusted ? admit()
                : token.isEmpty() && BodyStart.hasFields(this.type) ? Refusal.TOO_LARGE : Refusal.TOKEN;
            if (refusal != null) {
                return refusal;
            }
        }
        this.body.write(buffer, count);
        return null;
    }

    @Override
    public void onAllDataRead()
    {
        if (end()) {
            try {
                this.body.end();
                this.outcome.received().run();
            } catch (IOException | RuntimeException e) {
                fail(e);
            }
        }
    }

    /**
     * Refuses the request because its body cannot be stored or its session cannot be read. The container does not end
     * such a request.
     */
    private void fail(Exception failure)
    {
        LOGGER.warn("Failed to receive a request body; the client is asked to try again.", failure);
        this.body.delete();
        this.outcome.refused().accept(Refusal.OUTAGE);
    }

    @Override
    public void onError(Throwable failure)
    {
        if (end()) {
            LOGGER.debug("Failed to receive a request body; the client ended it early.", failure);
            this.body.delete();
            this.outcome.failed().run();
        }
    }

    private boolean end()
    {
        if (!this.ended.compareAndSet(false, true)) {
            return false;
        }
        this.large.transfers().remove(this);
        return true;
    }

    private void refuse(Refusal refusal)
    {
        if (end()) {
            this.body.delete();
            this.outcome.refused().accept(refusal);
        }
    }

    @Override
    void abort()
    {
        refuse(Refusal.SLOW);
    }
}
