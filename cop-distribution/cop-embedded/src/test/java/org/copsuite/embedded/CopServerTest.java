/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.store.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole wiki starts, stops, and leaves nothing behind, also where it could not start. */
class CopServerTest
{
    /** Names of the threads that only a running wiki has. */
    private static final List<String> THREADS = List.of("web", "cop-pages", "cop-wiki", "cop-consumer");

    @TempDir
    private Path folder;

    private static List<String> threads()
    {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
            .filter(name -> THREADS.stream().anyMatch(name::startsWith)).toList();
    }

    private static HttpResponse<String> get(URI uri, String cookie) throws Exception
    {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).header("Cookie", cookie).build(),
            BodyHandlers.ofString());
    }

    @Test
    void stoppedItFreesPortFolderAndThreads() throws Exception
    {
        List<String> before = threads();
        CopServer server = CopServer.start(WikiOptions.at(this.folder.resolve("data")));
        int port = server.uri().getPort();
        assertThat(get(server.uri().resolve("/bin/login"), "a=b").statusCode()).isEqualTo(200);
        assertThat(server.newPassword()).isPresent();
        assertThat(threads()).hasSizeGreaterThan(before.size());

        server.close();
        server.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
            .isInstanceOf(java.net.ConnectException.class);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> threads().size() <= before.size());
        try (CopServer again = CopServer.open(WikiOptions.at(this.folder.resolve("data")))) {
            assertThat(again.newPassword()).as("told only once").isEmpty();
            assertThat(again.get(Accounts.class).count()).isEqualTo(1);
        }
    }

    @Test
    void whereItCannotStartNothingIsLeft() throws Exception
    {
        Path data = this.folder.resolve("data");
        List<String> before = threads();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> CopServer.start(
                new WikiOptions(WikiOptions.LOOPBACK, taken.getLocalPort(), data, null, true)))
                    .isInstanceOf(StartException.class).hasMessageMatching("Port \\d+ of .*is in use.*\\.");
            assertThatThrownBy(() -> CopServer.start(new WikiOptions(WikiOptions.LOOPBACK, 0, data,
                "jdbc:postgresql://127.0.0.1:" + taken.getLocalPort() + "/cop?user=cop&password=hidden&loginTimeout=1", true)))
                    .isInstanceOf(StartException.class).hasMessageMatching("The database that --db names.*\\.")
                    .hasMessageNotContaining("hidden");
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> threads().size() <= before.size());

        CopServer.start(WikiOptions.at(data)).close();
        Files.writeString(data.resolve("format"), "999");
        assertThatThrownBy(() -> CopServer.start(WikiOptions.at(data))).isInstanceOf(StartException.class)
            .hasMessageContaining("newer version");
        Files.writeString(data.resolve("format"), String.valueOf(DataFolder.FORMAT));
        CopServer.start(WikiOptions.at(data)).close();
    }

    @Test
    void aWikiForTestsStartsAgainOnItsDataAndTakesItAway() throws Exception
    {
        Path data;
        try (EmbeddedWiki wiki = EmbeddedWiki.start(null, false)) {
            data = wiki.data();
            wiki.administrator("root");
            wiki.account("ada", "Ada");
            assertThatThrownBy(() -> wiki.account("ada", "Another")).isInstanceOf(RefusedException.class);
            String cookie = "cop_session=" + wiki.signIn("ada").secret();
            URI uri = wiki.uri();
            assertThat(get(uri.resolve("/bin/view/XWiki/ada"), cookie).body()).contains("Ada", "/bin/logout");
            assertThat(get(uri.resolve("/bin/admin"), "cop_session=" + wiki.signIn("root").secret()).statusCode())
                .isEqualTo(200);

            wiki.restart();

            assertThat(wiki.uri()).isEqualTo(uri);
            assertThat(get(uri.resolve("/bin/view/XWiki/ada"), cookie).body()).as("still signed in")
                .contains("/bin/logout");
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void aWikiInAFolderOfSomebodyLeavesItThere() throws Exception
    {
        Path data = this.folder.resolve("data");
        try (EmbeddedWiki wiki = EmbeddedWiki.start(WikiOptions.at(data))) {
            assertThatThrownBy(() -> EmbeddedWiki.start(WikiOptions.at(data))).isInstanceOf(StartException.class)
                .hasMessageContaining("is in use by another CoP Suite");
            assertThat(wiki.data()).isEqualTo(data);
        }
        assertThat(data.resolve("db")).isDirectory();
    }
}
