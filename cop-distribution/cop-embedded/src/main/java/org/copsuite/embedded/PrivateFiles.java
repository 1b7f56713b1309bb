/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a folder readable for its owner only. Files that the process creates in it later are protected by the
 * permissions of the folder itself.
 */
final class PrivateFiles
{
    private static final Logger LOGGER = LoggerFactory.getLogger(PrivateFiles.class);

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles()
    {
    }

    /**
     * Removes the permissions of other users from a folder and everything in it. Does not follow links. Does nothing if
     * the file system has no POSIX permissions. Logs files whose permissions cannot be changed, such as those of
     * another owner, and leaves them unchanged.
     *
     * @param folder an existing folder
     * @throws IOException if the folder cannot be read
     */
    static void restrict(Path folder) throws IOException
    {
        if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            return;
        }
        set(folder, FOLDER);
        Files.walkFileTree(folder, new SimpleFileVisitor<>()
        {
            @Override
            public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes)
            {
                set(below, FOLDER);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
            {
                if (attributes.isRegularFile()) {
                    set(file, FILE);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure)
            {
                LOGGER.warn("Failed to read [{}]; its permissions remain unchanged.", file, failure);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void set(Path path, Set<PosixFilePermission> wanted)
    {
        try {
            if (!Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).equals(wanted)) {
                Files.setPosixFilePermissions(path, wanted);
            }
        } catch (IOException e) {
            LOGGER.warn("Failed to restrict [{}] to its owner; other users of this machine may read it.", path, e);
        }
    }
}
