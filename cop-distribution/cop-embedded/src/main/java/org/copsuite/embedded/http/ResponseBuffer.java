/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;

/** Holds the bytes that a servlet writes until they are sent. One thread writes, then one thread at a time reads. */
final class ResponseBuffer extends ServletOutputStream
{
    /**
     * The maximum size of a response that a servlet writes, in bytes. Files are exempt; {@link FileSender} sends them.
     */
    static final int MAXIMUM = 16 * 1024 * 1024;

    private static final int FIRST = 4 * 1024;

    private static final int PIECE = 32 * 1024;

    private final ResponseMemory memory;

    private final Deque<byte[]> pieces = new ArrayDeque<>();

    private int inLast;

    private int length;

    private boolean freed;

    ResponseBuffer(ResponseMemory memory)
    {
        this.memory = memory;
    }

    /** The response exceeds the maximum size, or no memory is left for it. */
    static final class FullException extends IOException
    {
        private static final long serialVersionUID = 1L;

        FullException(String message)
        {
            super(message);
        }
    }

    @Override
    public void write(int one) throws IOException
    {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int count) throws IOException
    {
        int done = 0;
        while (done < count) {
            byte[] last = this.pieces.peekLast();
            if (last == null || this.inLast == last.length) {
                last = grow();
            }
            int part = Math.min(count - done, last.length - this.inLast);
            System.arraycopy(bytes, offset + done, last, this.inLast, part);
            this.inLast += part;
            this.length += part;
            done += part;
        }
    }

    private byte[] grow() throws FullException
    {
        int size = this.pieces.isEmpty() ? FIRST : PIECE;
        if (this.freed || this.length + size > MAXIMUM) {
            throw new FullException("Response too large; the maximum is [" + MAXIMUM + "] bytes");
        }
        if (!this.memory.take(size)) {
            throw new FullException("No memory left for the response");
        }
        byte[] piece = new byte[size];
        this.pieces.add(piece);
        this.inLast = 0;
        return piece;
    }

    int length()
    {
        return this.length;
    }

    /** Discards the written bytes. */
    synchronized void reset()
    {
        this.pieces.forEach(piece -> this.memory.give(piece.length));
        this.pieces.clear();
        this.inLast = 0;
        this.length = 0;
    }

    /** Discards the written bytes. Later writes fail. */
    synchronized void free()
    {
        reset();
        this.freed = true;
    }

    private synchronized int read(byte[] bytes, int offset, int wanted, int from)
    {
        byte[] piece = this.pieces.peek();
        if (piece == null) {
            return -1;
        }
        int end = this.pieces.size() == 1 ? this.inLast : piece.length;
        int count = Math.min(wanted, end - from);
        System.arraycopy(piece, from, bytes, offset, count);
        if (from + count == end) {
            this.pieces.poll();
            this.memory.give(piece.length);
        }
        return count;
    }

    /** @return a stream of the written bytes, from the first one. A piece is released when it has been read */
    InputStream content()
    {
        return new InputStream()
        {
            private int at;

            @Override
            public int read()
            {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int wanted)
            {
                byte[] piece = ResponseBuffer.this.pieces.peek();
                int count = ResponseBuffer.this.read(bytes, offset, wanted, this.at);
                this.at = piece == ResponseBuffer.this.pieces.peek() ? this.at + Math.max(0, count) : 0;
                return count;
            }

            @Override
            public void close()
            {
                free();
            }
        };
    }

    @Override
    public boolean isReady()
    {
        return true;
    }

    @Override
    public void setWriteListener(WriteListener listener)
    {
        throw new IllegalStateException("The response is sent after the servlet has returned");
    }
}
