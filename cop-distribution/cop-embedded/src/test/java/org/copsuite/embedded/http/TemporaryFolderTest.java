/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest
{
    @TempDir
    private Path data;

    @Test
    void aDeletedFolderIsMadeAgain() throws IOException
    {
        Path folder = this.data.resolve("tmp").resolve("bodies");
        TemporaryFolder files = TemporaryFolder.open(folder);
        Files.delete(folder);
        Files.delete(folder.getParent());

        ReceivedBody body = new ReceivedBody(files);
        body.write(new byte[ReceivedBody.IN_MEMORY], ReceivedBody.IN_MEMORY);
        body.write(new byte[10], 10);
        body.end();

        assertThat(body.open().readAllBytes()).hasSize(ReceivedBody.IN_MEMORY + 10);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
        }
        body.delete();
        assertThat(folder).isEmptyDirectory();
    }
}
