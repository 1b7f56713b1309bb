/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.copsuite.embedded.store.QuickStart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wiki as a process of its own, as a person starts and stops it. */
class CopProcessTest
{
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");

    /** The program, with passwords and keys that are made fast. */
    static final class QuickCop
    {
        private QuickCop()
        {
        }

        public static void main(String[] arguments)
        {
            QuickStart.use();
            Cop.main(arguments);
        }
    }

    @TempDir
    private Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end()
    {
        this.processes.forEach(Process::destroyForcibly);
    }

    private Process start(Class<?> program, String log) throws IOException
    {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            program.getName(), "start", "--port", "0", "--empty", "--data", this.folder.resolve("data").toString())
                .redirectErrorStream(true).redirectOutput(this.folder.resolve(log).toFile()).start();
        this.processes.add(process);
        return process;
    }

    private URI address(Process process, String log)
    {
        Path file = this.folder.resolve(log);
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(
            () -> !process.isAlive() || Files.readString(file).contains("Stop it with"));
        try {
            String text = Files.readString(file);
            Matcher matcher = ADDRESS.matcher(text);
            assertThat(matcher.find()).as(text).isTrue();
            return URI.create(matcher.group());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int status(URI uri) throws IOException, InterruptedException
    {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
            .statusCode();
    }

    @Test
    void startsAndStopsCleanly() throws Exception
    {
        Process process = start(Cop.class, "first.log");
        URI address = address(process, "first.log");
        assertThat(status(address.resolve("/resources/webjars/bootstrap/3.4.1/css/bootstrap.min.css"))).isEqualTo(200);
        assertThat(Files.readString(this.folder.resolve("first.log"))).contains("admin, password")
            .contains("Data folder:").doesNotContain("\tat ");

        process.destroy();
        assertThat(process.waitFor(5, TimeUnit.SECONDS)).as("stopped within five seconds").isTrue();
        assertThat(process.exitValue()).as("ended by SIGTERM").isEqualTo(143);
        assertThat(Files.readString(this.folder.resolve("first.log"))).doesNotContain("\tat ").doesNotContain("ERROR");
        assertThat(Files.readString(this.folder.resolve("data/db/cop.properties"))).contains("modified=no");
    }

    @Test
    void aFolderThatAnotherProcessUsesIsOneSentenceAndAStatus() throws Exception
    {
        Process first = start(QuickCop.class, "first.log");
        address(first, "first.log");

        Process second = start(QuickCop.class, "second.log");

        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(Files.readString(this.folder.resolve("second.log"))).startsWith("cop: The data folder ")
            .contains("is in use by another CoP Suite").hasLineCount(1);
        assertThat(first.isAlive()).isTrue();
    }

    @Test
    void startsAgainAfterItWasKilled() throws Exception
    {
        Process killed = start(QuickCop.class, "first.log");
        address(killed, "first.log");
        killed.destroyForcibly();
        assertThat(killed.waitFor(60, TimeUnit.SECONDS)).isTrue();

        Process again = start(QuickCop.class, "second.log");
        address(again, "second.log");
        assertThat(Files.readString(this.folder.resolve("second.log"))).as("the administrator's account survived")
            .doesNotContain("admin, password");
    }
}
