/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Hostile texts in every parameter of a page. */
class HostileParameterTest extends AbstractHostileTextTest
{
    /** What the parameters search for is there. */
    @BeforeAll
    static void ask()
    {
        texts().forEach(text -> ask(SITE.member("asker"), text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void inEveryParameterOfAPage(String text)
    {
        String value = Member.encode(text.replace("\uD800", ""));
        for (String place : List.of("/bin/view/CoP/Search?cop-q=", "/bin/view/CoP/Questions?cop-tag=",
            "/bin/view/CoP/Questions?cop-order=", "/bin/view/CoP/Questions?cop-after=",
            "/bin/view/CoP/Questions?cop-state=", "/bin/view/CoP/Questions?cop-community=",
            "/bin/view/CoP/People?cop-q=", "/bin/view/CoP/People?cop-topic=", "/bin/view/CoP/Communities?cop-q=",
            "/bin/view/CoP/Leaderboard?cop-period=", "/bin/view/CoP/Ask?cop-title=", "/bin/view/CoP/Ask?cop-community=",
            "/bin/view/CoP/Tags?cop-q=", "/bin/view/CoP/Communities?cop-domain=",
            "/bin/view/CoP/Communities?cop-joining=", "/bin/view/CoP/Charter?cop-community=",
            "/bin/view/CoP/NewCommunity?cop-template=", "/bin/view/CoP/NewCommunity?cop-draft=",
            "/bin/view/CoP/NewCommunity?cop-template=none&cop-title=")) {
            isHarmless(place, value);
        }
        if (Site.isStartedHere()) {
            // Elsewhere these are pages of that wiki's own.
            isHarmless("/bin/search?q=", value);
            isHarmless("/bin/login?xredirect=", value);
        }
        for (String free : List.of("/search?q=", "/related?title=", "/experts?q=", "/questions?tag=", "/people?prefix=",
            "/communities?q=", "/communities?domain=")) {
            isHarmless(free, value, 200);
        }
        for (String checked : List.of("/questions?after=", "/questions?order=", "/leaderboard?period=")) {
            isHarmless(checked, value, 400);
        }
    }

    private static void isHarmless(String resource, String value, int status)
    {
        for (String accept : List.of("application/json", "text/html")) {
            Member.Answer answer = SITE.member("reader").send("GET", Site.REST + resource + value, null,
                Map.of("Accept", accept));
            assertThat(answer.status()).as(resource).isEqualTo(status);
            if ("text/html".equals(accept)) {
                assertThat(answer.document().select("script, img[onerror], svg[onload]")).as(resource).isEmpty();
            }
        }
    }

    private static void isHarmless(String place, String value)
    {
        Member.Answer answer = SITE.member("reader").read(place + value);
        assertThat(answer.status()).as(place).isEqualTo(200);
        Hostile.check(answer.document(), place);
    }
}
