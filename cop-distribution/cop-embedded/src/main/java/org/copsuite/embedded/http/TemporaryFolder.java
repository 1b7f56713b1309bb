/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The folder of bodies that are on their way; only its owner can read it. It is emptied when it is opened. */
final class TemporaryFolder
{
    private static final String PREFIX = "body-";

    private final Path folder;

    private TemporaryFolder(Path folder)
    {
        this.folder = folder;
    }

    /**
     * @param folder made if it is not there
     * @return the folder, without what a killed process left in it
     * @throws IOException if it cannot be made or emptied
     */
    static TemporaryFolder open(Path folder) throws IOException
    {
        create(folder);
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(Files::isRegularFile).toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
        return new TemporaryFolder(folder);
    }

    private static void create(Path folder) throws IOException
    {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    Path path()
    {
        return this.folder;
    }

    /** Makes a file that only its owner can read. */
    Path file() throws IOException
    {
        if (!Files.isDirectory(this.folder)) {
            // Somebody who makes room deletes temporary folders too.
            create(this.folder);
        }
        return Files.createTempFile(this.folder, PREFIX, null);
    }
}
