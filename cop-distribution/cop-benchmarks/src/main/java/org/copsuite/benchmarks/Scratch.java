/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.commons.io.FileUtils;

/** A temporary folder for a wiki's data and log, deleted on close. */
final class Scratch implements AutoCloseable
{
    private final Path parent;

    Scratch() throws IOException
    {
        this.parent = Files.createTempDirectory("cop-bench-");
    }

    Path folder()
    {
        return this.parent.resolve("data");
    }

    @Override
    public void close() throws IOException
    {
        FileUtils.deleteDirectory(this.parent.toFile());
    }
}
