/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody but the owner reads the data. */
class PrivateFilesTest
{
    @TempDir
    private Path folder;

    @BeforeEach
    void needPermissions() throws IOException
    {
        assumeTrue(Files.getFileStore(this.folder).supportsFileAttributeView("posix"), "permissions of POSIX");
    }

    private static String permissions(Path path) throws IOException
    {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void restrictsWhatIsThereAlready() throws Exception
    {
        Path outside = Files.writeString(Files.createTempFile("outside", ".txt"), "x");
        Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rw-r--r--"));
        Path data = Files.createDirectories(this.folder.resolve("data"));
        Path mail = Files.writeString(Files.createDirectories(data.resolve("outbox")).resolve("a.eml"), "secret");
        Path script = Files.writeString(data.resolve("cop.script"), "create user");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(mail.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr--r--"));
        Files.createSymbolicLink(data.resolve("link"), outside);

        DataFolder.open(data).close();

        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(mail.getParent())).isEqualTo("rwx------");
        assertThat(permissions(outside)).as("what a link leads to").isEqualTo("rw-r--r--");
        Files.delete(outside);
        Files.delete(data.resolve("link"));
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSizeGreaterThan(2);
            for (Path file : all) {
                assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void makesANewFolderForItsOwnerAlone() throws Exception
    {
        DataFolder.open(this.folder.resolve("new")).close();

        assertThat(permissions(this.folder.resolve("new"))).isEqualTo("rwx------");
    }
}
