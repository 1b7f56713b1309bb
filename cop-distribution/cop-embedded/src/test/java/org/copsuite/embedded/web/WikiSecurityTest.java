/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Accounts;
import org.copsuite.embedded.web.RunningWiki.Site;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions, form tokens, headers. */
@ExtendWith(RunningWiki.class)
class WikiSecurityTest
{
    private static final List<String> WRITES = List.of("/bin/save/Main/", "/bin/create", "/bin/move/Main/",
        "/bin/copy/Main/", "/bin/delete/Main/", "/bin/upload/Main/", "/bin/detach/Main/", "/bin/restore/Main/",
        "/bin/preview/Main/", "/bin/login", "/bin/logout", "/bin/profile", "/bin/admin");

    private final Site site;

    WikiSecurityTest(Site site)
    {
        this.site = site;
    }

    private static String header(HttpResponse<?> answer, String name)
    {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void asksEveryWriteForTheTokenOfItsSession()
    {
        Browser root = this.site.as("root");
        String foreign = this.site.guest().token();
        for (String write : WRITES) {
            for (String token : new String[] {null, "", "x", foreign}) {
                HttpResponse<String> answer =
                    root.postWith(token, write, Map.of("title", "forged", "content", "forged", "do", "save"));
                assertThat(answer.statusCode()).as(write + " with " + token).isEqualTo(403);
                assertThat(answer.body()).contains("nothing was changed");
            }
        }
        assertThat(this.site.guest().get("/bin/view/Main/").body()).doesNotContain("forged");
    }

    @Test
    void writesNothingOnGet()
    {
        Browser root = this.site.as("root");
        String token = root.token();
        for (String write : List.of("/bin/save/Main/", "/bin/upload/Main/", "/bin/detach/Main/", "/bin/restore/Main/",
            "/bin/preview/Main/", "/bin/logout")) {
            assertThat(root.get(write + "?do=save&title=forged&content=forged&form_token=" + token).statusCode()).as(write)
                .isEqualTo(404);
        }
        assertThat(root.get("/bin/profile").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsTheSecurityHeadersWithEverything()
    {
        for (String path : List.of("/", "/bin/view/Main/", "/bin/view/Nowhere", "/bin/login", "/bin/search?q=x",
            "/resources/skin/x/wiki.css", "/rest/wikis/xwiki/cop/questions", "/nowhere")) {
            HttpResponse<String> answer = this.site.guest().get(path);
            assertThat(header(answer, "Content-Security-Policy")).as(path).contains("script-src 'self'")
                .contains("style-src 'self'").contains("frame-ancestors 'none'").contains("object-src 'none'")
                .contains("base-uri 'none'").contains("form-action 'self'").doesNotContain("unsafe");
            assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(header(answer, "Server")).as(path).isEmpty();
        }
    }

    @Test
    void letsNobodyKeepPrivatePages()
    {
        assertThat(header(this.site.as("ada").get("/bin/view/Secret/"), "Cache-Control")).isEqualTo("no-store");
        assertThat(header(this.site.guest().get("/bin/view/Main/"), "Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void letsBrowsersKeepStaticFiles()
    {
        String page = this.site.guest().get("/bin/view/Main/").body();
        String style = page.replaceAll("(?s).*href=\"(/resources/skin/[^\"]+)\".*", "$1");
        HttpResponse<String> answer = this.site.guest().get(style);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/css");
        assertThat(header(answer, "Cache-Control")).contains("immutable");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
        for (String path : List.of("/resources/skin/x/../../../logback.xml", "/resources/skin/x/%2e%2e/render/x.class",
            "/resources/webjars/bootstrap/3.4.1/..%2f..%2fx.css")) {
            assertThat(this.site.guest().get(path).statusCode()).as(path).isEqualTo(400);
        }
        for (String path : List.of("/resources/webjars/hsqldb/1/x.css", "/resources/skin/x/none.css", "/resources/",
            "/resources/skin")) {
            assertThat(this.site.guest().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void givesASessionThatScriptsCannotReadAndSignsIn()
    {
        Browser guest = this.site.guest();
        assertThat(header(guest.get("/bin/view/Main/"), "Set-Cookie")).as("no session without a form").isEmpty();
        HttpResponse<String> form = guest.get("/bin/login?to=%2Fbin%2Fpages");
        String before = header(form, "Set-Cookie");
        assertThat(before).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
        assertThat(before.replaceAll("cop_session=([^;]*);.*", "$1")).hasSizeGreaterThanOrEqualTo(43);

        HttpResponse<String> in = guest.postWith(Browser.tokenIn(form.body()), "/bin/login",
            Map.of("login", "ada", "password", RunningWiki.PASSWORD, "to", "/bin/pages"));

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(header(in, "Location")).isEqualTo("/bin/pages");
        assertThat(header(in, "Set-Cookie")).startsWith("cop_session=").isNotEqualTo(before);
        String page = guest.get("/bin/view/Main/").body();
        assertThat(page).contains("Name of ada").contains("Sign out");
        assertThat(guest.post("/bin/logout", Map.of()).statusCode()).isEqualTo(303);
        assertThat(guest.get("/bin/view/Main/").body()).doesNotContain("Name of ada").contains("Sign in");
    }

    /** The longest password that can be set is one to sign in with, whatever stands in it. */
    @Test
    void signsInWithTheLongestPassword() throws Exception
    {
        String longest = "\u4f60".repeat(1024);
        this.site.account("wordy");
        this.site.get(Accounts.class).setPassword(Account.idOf("wordy"), longest);

        assertThat(this.site.guest().post("/bin/login", Map.of("login", "wordy", "password", longest)).statusCode())
            .isEqualTo(303);
        assertThat(this.site.guest().post("/bin/login", Map.of("login", "wordy", "password", longest + "x")).statusCode())
            .isEqualTo(401);
    }

    @Test
    void goesNowhereElseAfterSigningIn()
    {
        for (String to : List.of("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)",
            "/%0d%0aSet-Cookie:x", "\t//evil.example", "/\r\nX: y")) {
            HttpResponse<String> in = this.site.guest().post("/bin/login",
                Map.of("login", "ben", "password", RunningWiki.PASSWORD, "to", to));
            assertThat(header(in, "Location")).as(to).startsWith("/").doesNotStartWith("//").doesNotContain("\\")
                .doesNotContain("evil.example");
            assertThat(in.headers().firstValue("X")).isEqualTo(Optional.empty());
        }
    }

    @Test
    void refusesAWrongPasswordAndSlowsDownWhoGuesses()
    {
        this.site.account("guessed");
        Browser guest = this.site.guest();
        String token = guest.token();
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> wrong =
                guest.postWith(token, "/bin/login", Map.of("login", "guessed", "password", "wrong " + i));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("There is no active account").doesNotContain("wrong " + i);
        }
        HttpResponse<String> right =
            guest.postWith(token, "/bin/login", Map.of("login", "Guessed", "password", RunningWiki.PASSWORD));
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.body()).contains("Too many attempts");
    }

    @Test
    void triesNoMoreGuessesAtOnceThanAreAllowed() throws Exception
    {
        this.site.account("rushed");
        ExecutorService threads = Executors.newFixedThreadPool(30);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                Browser guest = this.site.guest();
                String token = guest.token();
                Map<String, String> typed = Map.of("login", "rushed", "password", "guess " + i);
                answers.add(threads.submit(() -> guest.postWith(token, "/bin/login", typed).statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            // On a slow machine the first delays are over before the last guess is read: each doubles.
            assertThat(statuses).filteredOn(status -> status == 401).hasSizeBetween(1, 16);
            assertThat(statuses).filteredOn(status -> status == 429).hasSizeGreaterThanOrEqualTo(14);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void tellsTheOwnerOfGuessesAndLetsAKnownDeviceIn()
    {
        this.site.account("owner");
        Map<String, String> right = Map.of("login", "owner", "password", RunningWiki.PASSWORD, "to", "/bin/view/Main/");
        Browser owner = this.site.guest();
        assertThat(header(owner.post("/bin/login", right), "Location")).isEqualTo("/bin/view/Main/");
        owner.post("/bin/logout", Map.of());
        Browser guest = this.site.guest();
        String token = guest.token();
        int tried = 0;
        HttpResponse<String> answer = null;
        for (int i = 0; i < 14; i++) {
            answer = guest.postWith(token, "/bin/login", Map.of("login", "owner", "password", "wrong " + i));
            tried += answer.statusCode() == 401 ? 1 : 0;
        }
        assertThat(header(guest.postWith(token, "/bin/login", right), "Retry-After")).as("who guesses waits").isNotEmpty();

        HttpResponse<String> in = owner.post("/bin/login", right);

        assertThat(in.statusCode()).as("the owner's device is known").isEqualTo(303);
        assertThat(header(in, "Location")).isEqualTo("/bin/view/Main/?done=attempts");
        assertThat(owner.get("/bin/view/Main/?done=attempts").body())
            .contains("Since you last signed in, " + tried + " attempts");
        assertThat(this.site.as("ben").get("/bin/view/Main/?done=attempts").body()).doesNotContain("attempts to sign in");
    }

    @Test
    void escapesWhatIsTypedAtSigningIn()
    {
        HttpResponse<String> answer = this.site.guest().post("/bin/login",
            Map.of("login", "\"><script>alert(1)</script>", "password", "x", "to", "\"><script>alert(2)</script>"));
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void endsTheSessionsOfADisabledAccount()
    {
        this.site.account("leaver");
        Browser leaver = this.site.as("leaver");
        assertThat(leaver.get("/bin/profile").statusCode()).isEqualTo(200);
        Browser root = this.site.as("root");
        assertThat(root.post("/bin/admin", Map.of("section", "accounts", "login", "leaver", "do", "disable")).statusCode())
            .isEqualTo(303);
        assertThat(leaver.get("/bin/profile").statusCode()).isEqualTo(403);
        assertThat(this.site.guest().post("/bin/login", Map.of("login", "leaver", "password", RunningWiki.PASSWORD))
            .statusCode()).isEqualTo(401);
        assertThat(this.site.get(Accounts.class).find(Account.idOf("leaver")).orElseThrow().active()).isFalse();
    }

    @Test
    void refusesOtherMethods()
    {
        assertThat(this.site.guest().get("/bin/view/Main/?form_token=x").statusCode()).isEqualTo(200);
        assertThat(this.site.as("ada").postWith(null, "/bin/view/Main/", Map.of()).statusCode()).isEqualTo(403);
    }

    @Test
    void previewsForAccountsAlone()
    {
        Map<String, String> text = Map.of("text", "**bold** {{html}}<script>x</script>{{/html}} [[x>>javascript:y]]");
        assertThat(this.site.guest().post("/bin/preview/Main/", text).statusCode()).isEqualTo(403);
        HttpResponse<String> preview = this.site.as("ada").post("/bin/preview/Main/?kind=text", text);
        assertThat(preview.body()).contains("<strong>bold</strong>").doesNotContain("<script").doesNotContain("<html");
        // A place that one may not view previews as one where nothing stands.
        assertThat(this.site.as("ben").post("/bin/preview/Secret/", text).body().replace("Secret", "Nothing"))
            .isEqualTo(this.site.as("ben").post("/bin/preview/Nothing/", text).body());
    }

    @Test
    void saysInWordsThatSomethingFailed()
    {
        this.site.write(SpaceId.of(new WikiId("xwiki"), "Broken").home(), "Broken",
            "{{toc depth=\"x\"/}}\n\n{{nosuch/}}", "ada");
        String html = this.site.guest().get("/bin/view/Broken/").body();
        assertThat(html).contains("nosuch/}}").contains("a parameter is missing or wrong")
            .doesNotContain("Exception").doesNotContain("\tat ");
    }
}
