/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stores the titles of the questions of a dump in a temporary file. Memory use does not depend on their number. */
final class PostNames implements Closeable
{
    private static final int LONGEST = 1_000;

    private final Path path;

    private final RandomAccessFile file;

    /**
     * @param folder a folder for temporary files
     * @throws IOException if the file cannot be created
     */
    PostNames(Path folder) throws IOException
    {
        this.path = folder.resolve("titles");
        this.file = new RandomAccessFile(this.path.toFile(), "rw");
    }

    /**
     * @param title a title, truncated to 1,000 characters
     * @return its offset in the file
     */
    long add(String title) throws IOException
    {
        long offset = this.file.length();
        this.file.seek(offset);
        byte[] bytes = title.substring(0, Math.min(LONGEST, title.length())).getBytes(StandardCharsets.UTF_8);
        this.file.writeInt(bytes.length);
        this.file.write(bytes);
        return offset;
    }

    /**
     * @param offset the result of {@link #add(String)}
     * @return the title
     */
    String get(long offset) throws IOException
    {
        this.file.seek(offset);
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
