/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page of another site could send in somebody's name, and what it could read. */
@DisabledIfSystemProperty(named = "cop.url", matches = ".+", disabledReason = "The wiki guards its own forms and cookies")
class OtherOriginTest
{
    private static final Site SITE = Site.get();

    private static final Map<String, String> ELSEWHERE =
        Map.of("Origin", "https://elsewhere.example", "Referer", "https://elsewhere.example/page");

    @Test
    void thePagesOfTheWikiTakeNothingWithoutAToken()
    {
        Member admin = SITE.admin();
        for (String path : List.of("/bin/save/Sandbox/FromElsewhere", "/bin/move/Main/WebHome", "/bin/copy/Main/WebHome",
            "/bin/delete/Main/WebHome", "/bin/upload/Main/WebHome", "/bin/admin", "/bin/logout", "/bin/create")) {
            Member.Answer answer = admin.send("POST", path, Map.of("content", "x", "title", "x", "to", "Elsewhere",
                "version", ""), ELSEWHERE);
            assertThat(answer.status()).as(path).isEqualTo(403);
        }
        assertThat(admin.read("/bin/view/Sandbox/FromElsewhere").status()).isEqualTo(404);
        assertThat(admin.ask("/contributions").status()).as("still signed in").isEqualTo(200);
    }

    @Test
    void nothingIsAllowedToOtherOrigins()
    {
        for (String path : List.of(Site.REST + "/questions", "/", "/bin/login")) {
            Member.Answer answer = SITE.admin().send("GET", path, null, ELSEWHERE);
            assertThat(answer.headers()).as(path).doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites()
    {
        Member fresh = SITE.again(SITE.member("asker"));

        assertThat(fresh.cookies()).isNotEmpty().allMatch(java.net.HttpCookie::isHttpOnly);
        assertThat(fresh.setCookies()).isNotEmpty().allSatisfy(cookie -> assertThat(cookie.toLowerCase())
            .contains("httponly").contains("samesite="));
    }

    @Test
    void loginDoesNotSendPeopleElsewhere()
    {
        for (String to : List.of("https://elsewhere.example/", "//elsewhere.example/", "/\\\\elsewhere.example",
            "javascript:alert(1)")) {
            String body = SITE.stranger().read("/bin/login?to=" + Member.encode(to)).body();
            assertThat(body).as(to).doesNotContain("value=\"" + to);
        }
    }

    @Test
    void theWrongPasswordAndTheUnknownLoginSoundAlike()
    {
        assertThat(refusal(SITE.member("asker").credentials().login())).isEqualTo(refusal("nobody-of-that-name"));
    }

    private static String refusal(String login)
    {
        Member stranger = SITE.stranger();
        String token = stranger.read("/bin/login").document().selectFirst("input[name=form_token]").attr("value");
        Member.Answer answer = stranger.send("POST", "/bin/login",
            Map.of("form_token", token, "login", login, "password", "wrong-password", "to", "/"), Map.of());
        assertThat(answer.status()).isEqualTo(401);
        return answer.document().select("[role=alert]").text();
    }
}
