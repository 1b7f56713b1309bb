/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is believed of a proxy that ends HTTPS: that it was HTTPS, and who asked. */
@ExtendWith(RunningWiki.class)
class BehindProxyTest
{
    @TempDir
    private Path data;

    private static String cookie(URI wiki, String scheme) throws Exception
    {
        HttpRequest.Builder request = HttpRequest.newBuilder(wiki.resolve("/bin/login"));
        if (scheme != null) {
            request.header("X-Forwarded-Proto", scheme);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).headers()
            .firstValue("Set-Cookie").orElseThrow();
    }

    @Test
    void aProxyIsBelievedWhereItIsTrusted() throws Exception
    {
        WikiOptions options = new WikiOptions(WikiOptions.LOOPBACK, 0, this.data, "jdbc:hsqldb:mem:" + UUID.randomUUID(),
            true, true);
        try (CopServer wiki = CopServer.start(options)) {
            assertThat(cookie(wiki.uri(), "https")).contains("; Secure").contains("; HttpOnly");
            assertThat(cookie(wiki.uri(), "http")).doesNotContain("Secure");
            assertThat(cookie(wiki.uri(), null)).doesNotContain("Secure");
        }
    }

    /** Tries a password, as a proxy passes it on. */
    private static int signIn(URI wiki, String login, String forwarded) throws Exception
    {
        HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String form = client.send(HttpRequest.newBuilder(wiki.resolve("/bin/login")).build(), BodyHandlers.ofString()).body();
        return client.send(HttpRequest.newBuilder(wiki.resolve("/bin/login")).header("X-Forwarded-For", forwarded)
            .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("login=" + login
                + "&password=guessed&form_token=" + Browser.tokenIn(form))).build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void whoGuessesThroughAProxyClosesTheLoginForOneAddress() throws Exception
    {
        WikiOptions options = new WikiOptions(WikiOptions.LOOPBACK, 0, this.data, "jdbc:hsqldb:mem:" + UUID.randomUUID(),
            true, true);
        try (CopServer wiki = CopServer.start(options)) {
            for (int i = 0; i < 50; i++) {
                // What stands in front came with the request.
                assertThat(signIn(wiki.uri(), "login" + i, "198.51.100." + i + ", 192.0.2.1")).isEqualTo(401);
            }
            assertThat(signIn(wiki.uri(), "somebody", "192.0.2.2, 192.0.2.1")).isEqualTo(429);
            assertThat(signIn(wiki.uri(), "somebody", "192.0.2.1, 2001:db8::2")).isEqualTo(401);
            assertThat(signIn(wiki.uri(), "somebody", "<nobody>")).isEqualTo(401);
        }
    }

    @Test
    void elsewhereAnybodyCouldHaveSaidIt(Site site) throws Exception
    {
        assertThat(cookie(site.uri(), "https")).startsWith("cop_session=").doesNotContain("Secure");
    }
}
