/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of a body. Small bodies stay in memory; a body larger than {@link #IN_MEMORY} is written to a file. One
 * thread at a time may write; read only after the last write.
 */
final class ReceivedBody
{
    /** The maximum size of a body in memory, in bytes. */
    static final int IN_MEMORY = 32 * 1024;

    private static final Logger LOGGER = LoggerFactory.getLogger(ReceivedBody.class);

    private final TemporaryFolder folder;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream(512);

    private Path file;

    private OutputStream out;

    private long length;

    private boolean deleted;

    ReceivedBody(TemporaryFolder folder)
    {
        this.folder = folder;
    }

    synchronized void write(byte[] bytes, int count) throws IOException
    {
        if (this.deleted) {
            return;
        }
        if (this.file == null && this.length + count > IN_MEMORY) {
            this.file = this.folder.file();
            this.out = Files.newOutputStream(this.file);
            this.memory.writeTo(this.out);
            this.memory = null;
        }
        (this.file == null ? this.memory : this.out).write(bytes, 0, count);
        this.length += count;
    }

    long length()
    {
        return this.length;
    }

    /** Ends writing and closes the file. */
    synchronized void end() throws IOException
    {
        if (this.out != null) {
            this.out.close();
            this.out = null;
        }
    }

    /**
     * @return a stream of all bytes, from the first one
     * @throws IOException if the file cannot be read
     */
    InputStream open() throws IOException
    {
        return this.file == null ? new ByteArrayInputStream(this.memory.toByteArray())
            : new BufferedInputStream(Files.newInputStream(this.file));
    }

    /** Deletes the bytes. May be called more than once, and while another thread still writes. */
    synchronized void delete()
    {
        this.deleted = true;
        try {
            end();
            if (this.file != null) {
                Files.deleteIfExists(this.file);
            }
        } catch (IOException e) {
            LOGGER.warn("Failed to delete the file [{}] of a request body; the next start deletes it.", this.file, e);
        }
    }
}
