/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.UUID;

import org.copsuite.embedded.CopServer;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whether the cookie of a session is sent by HTTPS only, behind a proxy that ends HTTPS. */
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

    @Test
    void elsewhereAnybodyCouldHaveSaidIt(Site site) throws Exception
    {
        assertThat(cookie(site.uri(), "https")).startsWith("cop_session=").doesNotContain("Secure");
    }
}
