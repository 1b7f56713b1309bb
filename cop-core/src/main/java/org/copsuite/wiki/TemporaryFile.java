/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Content in a temporary file on this machine, readable by its owner only; closing it deletes the file. */
public final class TemporaryFile implements FileContent, AutoCloseable
{
    private final Path path;

    private final long size;

    private TemporaryFile(Path path, long size)
    {
        this.path = path;
        this.size = size;
    }

    /** Writes the bytes. */
    @FunctionalInterface
    public interface Writer
    {
        /**
         * @param out the stream to write to, closed by the caller
         * @throws IOException if the bytes cannot be read or written; then no file is left
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @param writer writes the bytes in pieces
     * @return the file, which the caller closes
     * @throws IOException if the writer throws it, or if the disk is full
     */
    public static TemporaryFile of(Writer writer) throws IOException
    {
        Path path = Files.createTempFile("cop-", ".tmp");
        boolean written = false;
        try {
            try (OutputStream out = Files.newOutputStream(path)) {
                writer.writeTo(out);
            }
            TemporaryFile file = new TemporaryFile(path, Files.size(path));
            written = true;
            return file;
        } finally {
            if (!written) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public long size()
    {
        return this.size;
    }

    @Override
    public InputStream open() throws IOException
    {
        return new BufferedInputStream(Files.newInputStream(this.path));
    }

    @Override
    public void close() throws IOException
    {
        Files.deleteIfExists(this.path);
    }
}
