/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** The folder for the bodies of running requests. Only its owner can read it. Opening it deletes all files in it. */
final class TemporaryFolder
{
    private static final String PREFIX = "body-";

    private final Path folder;

    private TemporaryFolder(Path folder)
    {
        this.folder = folder;
    }

    /**
     * @param folder the folder; created if it does not exist
     * @return the folder, without files that a killed process left behind
     * @throws IOException if the folder cannot be created or emptied
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

    /** Creates a file that only its owner can read. */
    Path file() throws IOException
    {
        if (!Files.isDirectory(this.folder)) {
            // Tools that free disk space may have deleted the folder.
            create(this.folder);
        }
        return Files.createTempFile(this.folder, PREFIX, null);
    }
}
