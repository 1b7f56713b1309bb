/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Attachments;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.wiki.FileContent;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one client sends, or does not read, keeps nobody else waiting. */
@ExtendWith(RunningWiki.class)
class TransportTest
{
    private static final String HOST = "Host: wiki\r\n";

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    /** Without the limits a bystander waits for 30 seconds; a machine that builds something else takes its time too. */
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(10);

    private final Site site;

    private Attacker attacker;

    TransportTest(Site site)
    {
        this.site = site;
    }

    @BeforeEach
    void attack()
    {
        this.attacker = new Attacker(this.site.uri());
    }

    @AfterEach
    void stop()
    {
        this.attacker.close();
    }

    private void bystanderReads(String during)
    {
        long start = System.nanoTime();
        HttpResponse<String> answer = this.site.guest().get("/bin/view/Main/");
        assertThat(answer.statusCode()).as(during).isEqualTo(200);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).as("milliseconds of a bystander: " + during)
            .isLessThan(PATIENCE);
    }

    @ParameterizedTest
    @CsvSource({"TRACE, 405 405 405 405", "TRACK, 405 405 405 405", "CONNECT, 405 405 405 405",
        "PROPFIND, 405 405 405 405", "trace, 405 405 405 405", "X, 405 405 405 405"})
    void refusesMethodsThatNobodyNeeds(String method, String expected)
    {
        List<String> statuses = new ArrayList<>();
        for (String path : List.of("/bin/view/Main/", "/rest/wikis/xwiki/cop/questions", "/resources/x", "/nowhere")) {
            String answer = this.attacker.request(method + ' ' + path + " HTTP/1.1\r\n" + HOST
                + "Cookie: cop_session=secret-of-mine\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("secret-of-mine");
            statuses.add(answer.split(" ")[1]);
        }
        assertThat(String.join(" ", statuses)).isEqualTo(expected);
    }

    @Test
    void refusesALargeBodyByItsHead()
    {
        assertThat(this.attacker.request("POST /bin/login HTTP/1.1\r\n" + HOST + FORM
            + "Content-Length: 900000000\r\n\r\n")).startsWith("HTTP/1.1 413");
        assertThat(this.attacker.request("POST /rest/wikis/xwiki/cop/questions HTTP/1.1\r\n" + HOST
            + "Content-Type: application/json\r\nContent-Length: 700000\r\n\r\n")).startsWith("HTTP/1.1 403")
            .contains("urn:cop:problem:form-token").contains("\"token\":\"");
        assertThat(this.attacker.request("GET /bin/view/Main/ HTTP/1.1\r\n" + HOST
            + "Content-Length: 700000\r\n\r\n")).startsWith("HTTP/1.1 413");
        assertThat(this.attacker.request("POST /bin/login HTTP/1.1\r\n" + HOST + FORM
            + "Content-Encoding: gzip\r\nContent-Length: 100\r\n\r\n")).startsWith("HTTP/1.1 415");
    }

    @Test
    void refusesALargeFormThatDoesNotBeginWithItsToken()
    {
        String head = "POST /bin/save/Main/ HTTP/1.1\r\n" + HOST + FORM + "Content-Length: 3000000\r\n\r\n";
        assertThat(this.attacker.request(head + "form_token=forged&content=" + "x".repeat(5000)))
            .startsWith("HTTP/1.1 403").contains("nothing was changed");
        assertThat(this.attacker.request(head + "content=" + "x".repeat(5000))).startsWith("HTTP/1.1 413")
            .contains("too large");
        String upload = "POST /bin/upload/Main/ HTTP/1.1\r\n" + HOST + "Content-Type: multipart/form-data; boundary=b\r\n"
            + "Content-Length: 9000000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\nforged\r\n";
        assertThat(this.attacker.request(upload + "x".repeat(5000))).startsWith("HTTP/1.1 403");
    }

    @Test
    void countsABodyThatDoesNotSayHowLargeItIs()
    {
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        String answer = this.attacker.request("POST /rest/wikis/xwiki/cop/questions HTTP/1.1\r\n" + HOST + FORM
            + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk);
        assertThat(answer).startsWith("HTTP/1.1 413");
        String login = this.attacker.request("POST /bin/login HTTP/1.1\r\n" + HOST + FORM
            + "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk);
        assertThat(login).startsWith("HTTP/1.1 413");
    }

    @Test
    void countsTheFieldsOfAForm()
    {
        String body = "a=&".repeat(2000);
        assertThat(this.attacker.request("POST /rest/wikis/xwiki/cop/questions HTTP/1.1\r\n" + HOST + FORM
            + "Content-Length: " + body.length() + "\r\n\r\n" + body)).startsWith("HTTP/1.1 413");
    }

    /** Sends the head alone: what is too large is refused by it, what is not waits for its body. */
    private String head(String path, String type, long length)
    {
        Socket socket = this.attacker.open("POST " + path + " HTTP/1.1\r\n" + HOST + "Content-Type: " + type
            + "\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n");
        return Attacker.answer(socket, 1000);
    }

    @ParameterizedTest
    @CsvSource({"/bin/login, 16384", "/bin/login/x, 16384", "/bin/save/Main/, 4194304", "/bin/preview/Main/, 4194304",
        "/bin/move/Main/, 262144", "/bin/admin, 262144", "/bin/nothing, 262144", "/resources/x, 0", "/nowhere, 0",
        "/rest/wikis/xwiki/cop/questions, 800000", "/bin/upload/Main/, 262144"})
    void takesAFormOfItsPlace(String path, long largest)
    {
        assertThat(head(path, "application/x-www-form-urlencoded", largest + 1)).startsWith("HTTP/1.1 413");
        String answer = head(path, "application/x-www-form-urlencoded", largest);
        assertThat(largest == 0 ? answer.replaceFirst("(?s)HTTP/1.1 40[345] .*", "") : answer).as("waits for its body").isEmpty();
    }

    @Test
    void takesNoBodyWithARead()
    {
        assertThat(this.attacker.request("GET /bin/view/Main/ HTTP/1.1\r\n" + HOST + "Connection: close\r\n"
            + "Content-Length: 1\r\n\r\nx")).startsWith("HTTP/1.1 413");
    }

    @Test
    void looksForTheTokenOfALargeFormInItsFirst4096Bytes()
    {
        String form = this.attacker.request("GET /bin/login HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
        String cookie = form.replaceAll("(?s).*Set-Cookie: ([^;]+);.*", "$1");
        String token = Browser.tokenIn(form);
        String after = "&title=" + "y".repeat(40_000);
        for (int start : new int[] {4096 - "&form_token=".length() - token.length() - 1, 4096}) {
            String body = "content=" + "x".repeat(start - "content=".length()) + "&form_token=" + token + after;
            String answer = this.attacker.request("POST /bin/save/Main/ HTTP/1.1\r\n" + HOST + FORM + "Cookie: "
                + cookie + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            // The guest may not write there: said by the wiki in the one case, and in the other before it is asked.
            assertThat(answer).as("a token at " + start).startsWith(start == 4096 ? "HTTP/1.1 413" : "HTTP/1.1 403")
                .doesNotContain("too old");
        }
    }

    @Test
    void takesABodyOf32KibWithoutAToken()
    {
        String body = "a".repeat(32 * 1024);
        String head = "POST /rest/wikis/xwiki/cop/questions HTTP/1.1\r\n" + HOST
            + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: ";
        assertThat(this.attacker.request(head + body.length() + "\r\n\r\n" + body)).as("is read, and is no JSON")
            .startsWith("HTTP/1.1 400");
        assertThat(this.attacker.request(head + (body.length() + 1) + "\r\n\r\n")).startsWith("HTTP/1.1 403");
    }

    @Test
    void takesAHeadOf8Kib()
    {
        String head = "GET /bin/login HTTP/1.1\r\n" + HOST + "Connection: close\r\nX-Long: ";
        int left = 8 * 1024 - head.length() - "\r\n\r\n".length();
        assertThat(this.attacker.request(head + "x".repeat(left - 256) + "\r\n\r\n")).startsWith("HTTP/1.1 200");
        assertThat(this.attacker.request(head + "x".repeat(left + 256) + "\r\n\r\n")).startsWith("HTTP/1.1 431");
    }

    @Test
    void takesAThousandFieldsAndAHundredParts()
    {
        String fields = "a=&".repeat(999) + "a=";
        assertThat(this.attacker.request("POST /rest/wikis/xwiki/cop/questions HTTP/1.1\r\n" + HOST + FORM
            + "Content-Length: " + fields.length() + "\r\n\r\n" + fields)).as("refused for another reason").contains(" 403");
        String more = fields + "&a=";
        assertThat(this.attacker.request("POST /rest/wikis/xwiki/cop/questions HTTP/1.1\r\n" + HOST + FORM
            + "Content-Length: " + more.length() + "\r\n\r\n" + more)).startsWith("HTTP/1.1 413");

        this.site.write(SpaceId.of(new WikiId("xwiki"), "Parts").home(), "Parts", "", "ada");
        Browser ada = this.site.as("ada");
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < 98; i++) {
            parts.put("f" + i, "x");
        }
        byte[] file = {1};
        assertThat(ada.upload(ada.token(), "/bin/upload/Parts/", "a.txt", file, parts).statusCode()).isEqualTo(303);
        parts.put("f98", "x");
        assertThat(ada.upload(ada.token(), "/bin/upload/Parts/", "b.txt", file, parts).statusCode()).isEqualTo(413);
    }

    @Test
    void slowBodiesKeepNobodyOutAndEnd()
    {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            slow.add(this.attacker.open("POST /bin/login HTTP/1.1\r\n" + HOST + FORM + "Content-Length: 3000\r\n\r\nlogin="));
        }
        for (int i = 0; i < 5; i++) {
            slow.forEach(socket -> Attacker.send(socket, "x"));
            bystanderReads("120 slow bodies");
        }
        String answer = Attacker.answer(slow.get(0));
        assertThat(answer).startsWith("HTTP/1.1 408").contains("Retry-After: 5").contains("too slowly");
    }

    @Test
    void largeBodiesArriveWholeAndNoFasterThanTheirRate() throws Exception
    {
        PageId page = SpaceId.of(new WikiId("xwiki"), "Large").home();
        this.site.write(page, "Large", "", "ada");
        byte[] content = new byte[9 * 1024 * 1024];
        new Random(1).nextBytes(content);
        Browser ada = this.site.as("ada");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        long start = System.nanoTime();
        try {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "large" + i + ".bin";
                sent.add(threads.submit(() -> ada.upload(ada.token(), "/bin/upload/Large/", name, content, Map.of())
                    .statusCode()));
            }
            for (Future<Integer> one : sent) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(303);
            }
        } finally {
            threads.shutdownNow();
        }
        // 36 MiB, of which 4 may come ahead, at 16 a second.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1900));
        for (int i = 0; i < 4; i++) {
            assertThat(this.site.guest().bytes("/bin/download/Large/WebHome/large" + i + ".bin").body()).isEqualTo(content);
        }
    }

    @Test
    void slowReadersOfAFileKeepNobodyOut() throws Exception
    {
        PageId page = SpaceId.of(new WikiId("xwiki"), "Slow").home();
        this.site.write(page, "Slow", "", "ada");
        byte[] content = new byte[8 * 1024 * 1024];
        this.site.get(Attachments.class).add(page, "slow.bin", FileContent.of(content), Account.idOf("ada"));
        for (int i = 0; i < 100; i++) {
            this.attacker.open("GET /bin/download/Slow/WebHome/slow.bin HTTP/1.1\r\n" + HOST + "\r\n");
        }
        for (int i = 0; i < 5; i++) {
            bystanderReads("100 slow downloads");
        }
        byte[] whole = this.site.guest().bytes("/bin/download/Slow/WebHome/slow.bin").body();
        assertThat(whole).hasSize(content.length);
    }

    @Test
    void slowReadersOfAPageKeepNobodyOut() throws Exception
    {
        PageId page = SpaceId.of(new WikiId("xwiki"), "Long").home();
        this.site.write(page, "Long", "some words and others\n\n".repeat(8000), "ada");
        for (int i = 0; i < 100; i++) {
            Socket socket = this.attacker.open("");
            socket.setReceiveBufferSize(4096);
            Attacker.send(socket, ("GET /bin/raw/Long/ HTTP/1.1\r\n" + HOST + "\r\n").repeat(20));
        }
        for (int i = 0; i < 5; i++) {
            bystanderReads("100 slow readers of 20 pages each");
        }
    }

    @Test
    void connectionsWithoutARequestKeepNobodyOutAndEnd() throws Exception
    {
        Socket first = this.attacker.open("GET /bin/view/Main/ HTTP/1.1\r\n");
        for (int i = 0; i < 900; i++) {
            this.attacker.open("GET /bin/view/Main/ HTTP/1.1\r\nX-");
        }
        bystanderReads("900 connections without a request");
        assertThat(Attacker.answer(first)).as("the oldest connection made room").isEmpty();
        Socket drip = this.attacker.open("GET /bin/view/Main/ HTTP/1.1\r\nX-Slow: ");
        await("a head that never ends ends the connection").pollInterval(Duration.ofMillis(500)).atMost(Duration.ofSeconds(30))
            .until(() -> !Attacker.send(drip, "x"));
    }

    @Test
    void manyGuestsEndNobodysSession()
    {
        Browser guest = this.site.guest();
        String token = guest.token();
        for (int i = 0; i < 30; i++) {
            this.site.guest().get("/bin/login");
        }
        assertThat(guest.postWith(token, "/bin/login", Map.of("login", "nobody", "password", "x")).statusCode())
            .isEqualTo(401);
    }
}
