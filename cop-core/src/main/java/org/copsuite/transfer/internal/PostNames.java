/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The titles of the questions of a dump, in a temporary file: memory stays the same however many there are. */
final class PostNames implements Closeable
{
    private static final int LONGEST = 1_000;

    private final Path path;

    private final RandomAccessFile file;

    /**
     * @param folder a folder for temporary files
     * @throws IOException if it cannot be written into
     */
    PostNames(Path folder) throws IOException
    {
        this.path = folder.resolve("titles");
        this.file = new RandomAccessFile(this.path.toFile(), "rw");
    }

    /**
     * @param title a title; what is longer than a title can be is cut
     * @return where it is kept
     */
    long add(String title) throws IOException
    {
        long sequence = this.file.length();
        this.file.seek(sequence);
        byte[] bytes = title.substring(0, Math.min(LONGEST, title.length())).getBytes(StandardCharsets.UTF_8);
        this.file.writeInt(bytes.length);
        this.file.write(bytes);
        return sequence;
    }

    /**
     * @param sequence what {@link #add(String)} gave
     * @return the title
     */
    String get(long sequence) throws IOException
    {
        this.file.seek(sequence);
        byte[] bytes = new byte[this.file.readInt()];
        this.file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException
    {
        this.file.close();
        Files.deleteIfExists(this.path);
    }
}
