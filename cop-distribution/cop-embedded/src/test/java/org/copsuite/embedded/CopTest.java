/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says when it cannot do what it is asked. */
class CopTest
{
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path data;

    @BeforeEach
    void name()
    {
        this.data = this.folder.resolve("data");
    }

    private int run(String... arguments)
    {
        return new Cop(print(this.out), print(this.err)).run(List.of(arguments));
    }

    private static PrintStream print(ByteArrayOutputStream stream)
    {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private void refuses(int status, String sentence, String... arguments)
    {
        assertThat(run(arguments)).isEqualTo(status);
        assertThat(this.out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(this.err.toString(StandardCharsets.UTF_8)).startsWith("cop: ").contains(sentence).endsWith("\n")
            .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "help", "--help", "-h" })
    void helps(String word)
    {
        assertThat(run(word)).isZero();
        assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("start", "--port", "--data", "--db", "--empty",
            "import stackexchange", "--community", "help");
        assertThat(this.err.size()).isZero();
    }

    @Test
    void knowsItsCommands()
    {
        refuses(2, "Unknown command fly", "fly");
    }

    @ParameterizedTest
    @ValueSource(strings = { "--colour=red", "-p", "--empty=no", "---port" })
    void knowsItsOptions(String option)
    {
        refuses(2, "Unknown option", "start", option);
    }

    @Test
    void wantsTheValuesOfOptions()
    {
        refuses(2, "--port needs a value", "start", "--port");
    }

    @ParameterizedTest
    @ValueSource(strings = { "http", "-1", "65536", "99999999999", "" })
    void wantsANumberAsPort(String port)
    {
        refuses(2, "A port is a number", "start", "--port=" + port);
    }

    @Test
    void takesNoFurtherWords()
    {
        refuses(2, "takes no now", "start", "now");
    }

    @Test
    void wantsToKnowWhatToImport()
    {
        refuses(2, "stackexchange DIR", "import", "stackexchange");
    }

    @Test
    void wantsToKnowIntoWhichCommunity()
    {
        refuses(2, "needs the name of a community", "import", "stackexchange", "dump", "--community", " ");
    }

    @Test
    void importsIntoTheCommunityThatIsNamed() throws IOException
    {
        Path dump = Files.createDirectories(this.folder.resolve("bridges-2018-09"));
        Files.writeString(dump.resolve("Posts.xml"), "<posts><row Id='1' PostTypeId='1' Score='0' OwnerUserId='5' "
            + "CreationDate='2018-03-12T17:00:45.567' Title='Which bridge?' Body='Any' Tags='&lt;bridges&gt;'/></posts>");
        String[] named = {"import", "stackexchange", dump.toString(), "--community", "Bridge Builders", "--data",
            this.data.toString()};

        assertThat(run(named)).isZero();
        assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("\"community\":\"Bridge Builders\"")
            .contains("\"questions\":1").contains("\"added\":1");
        this.out.reset();
        assertThat(run(named)).isZero();
        assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("\"community\":\"Bridge Builders\"")
            .contains("\"added\":0");
    }

    @Test
    void tellsOfATakenPort() throws IOException
    {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(1, "Port " + taken.getLocalPort() + " of 127.0.0.1 is in use", "start", "--port",
                String.valueOf(taken.getLocalPort()), "--data", this.data.toString());
        }
        assertThat(this.data).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\n", "  \r\n", "\u0000\u0000\u0000" })
    void healsAFormatThatWasNotWrittenWhole(String left) throws Exception
    {
        Files.createDirectories(this.data);
        Files.writeString(this.data.resolve("format"), left);
        DataFolder.open(this.data).close();
        assertThat(this.data.resolve("format")).hasContent(DataFolder.FORMAT + "\n");
        assertThat(this.data.resolve("format.part")).doesNotExist();
    }

    @Test
    void tellsOfAFormatThatIsNoText() throws IOException
    {
        Files.createDirectories(this.data);
        Files.write(this.data.resolve("format"), new byte[] { (byte) 0xff, (byte) 0xfe, 7, 8 });
        refuses(1, "is not a data folder of CoP Suite", "start", "--port", "0", "--data", this.data.toString());
    }

    @Test
    void tellsOfAnUnknownHost()
    {
        refuses(1, "no host named no-such-host.invalid", "start", "--port", "0", "--host", "no-such-host.invalid",
            "--data", this.data.toString());
        assertThat(this.data).doesNotExist();
    }

    @Test
    void tellsOfALockedFolder() throws Exception
    {
        try (DataFolder locked = DataFolder.open(this.data)) {
            refuses(1, "is in use by another CoP Suite", "start", "--port", "0", "--data", this.data.toString());
            assertThat(locked).isNotNull();
        }
        DataFolder.open(this.data).close();
    }

    @Test
    void tellsOfAFolderFromTheFuture() throws IOException
    {
        Files.createDirectories(this.data);
        Files.writeString(this.data.resolve("format"), "999\n");
        refuses(1, "was written by a newer version of CoP Suite", "start", "--port", "0", "--data",
            this.data.toString());
    }

    @Test
    void tellsOfAFolderThatIsNoDataFolder() throws IOException
    {
        Files.createDirectories(this.data);
        Files.writeString(this.data.resolve("format"), "PDF\n");
        refuses(1, "is not a data folder of CoP Suite", "start", "--port", "0", "--data", this.data.toString());
    }

    @Test
    void tellsOfAFolderThatCannotBeMade() throws IOException
    {
        Path file = Files.writeString(this.folder.resolve("file"), "no folder");
        refuses(1, "cannot be used", "start", "--port", "0", "--data", file.resolve("data").toString());
    }

    @Test
    void tellsOfAnUnreachableDatabase() throws IOException
    {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        refuses(1, "The database that --db names cannot be reached", "start", "--port", "0", "--data",
            this.data.toString(), "--db", "jdbc:postgresql://127.0.0.1:" + port + "/cop?user=cop&password=secret");
        assertThat(this.err.toString(StandardCharsets.UTF_8)).doesNotContain("secret");
    }

    @Test
    void tellsOfADatabaseThatItDoesNotKnow()
    {
        refuses(1, "must start with jdbc:postgresql:", "start", "--port", "0", "--data", this.data.toString(), "--db",
            "jdbc:oracle:thin:@localhost");
    }
}
