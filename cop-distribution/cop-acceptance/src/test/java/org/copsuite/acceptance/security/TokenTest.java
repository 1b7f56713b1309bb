/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No write of ours without the form token of the session; wrong ids are 404, whatever the method. */
class TokenTest
{
    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    /** Mail programs post to it without a session; its sealed address proves the sender. */
    private static final String SEALED = "/notices/unsubscribing/{token}";

    static List<RestPaths.Operation> writes()
    {
        return RestPaths.writes().stream().filter(write -> !write.template().endsWith(SEALED)).toList();
    }

    @Test
    void theAddressInAMailIsItsOwnToken()
    {
        List<RestPaths.Operation> sealed =
            RestPaths.writes().stream().filter(write -> write.template().endsWith(SEALED)).toList();
        assertThat(sealed).hasSize(1);

        // XWiki refuses forms in REST before they reach the suite, so that the address is another one there.
        Site site = Site.get();
        String address = site.host().isXWiki() ? "/copsuite/xwiki/notices/unsubscribing/" + NOBODYS
            : sealed.get(0).path(NOBODYS);
        for (String verb : List.of("GET", "POST")) {
            Member.Answer answer = site.stranger().send(verb, address,
                "GET".equals(verb) ? null : Map.of("List-Unsubscribe", "One-Click"), Map.of());
            assertThat(answer.status()).as(verb).isEqualTo(404);
        }
    }

    static Stream<RestPaths.Operation> withId()
    {
        return RestPaths.all().stream().filter(RestPaths.Operation::hasId);
    }

    @Test
    void thereAreWrites()
    {
        assertThat(writes()).hasSizeGreaterThan(12);
        assertThat(writes()).extracting(RestPaths.Operation::template)
            .anyMatch(path -> path.endsWith("/votes")).anyMatch(path -> path.endsWith("/acceptance"));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aWriteWithoutATokenIsForbidden(RestPaths.Operation write)
    {
        Site site = Site.get();
        Member member = site.member("asker");

        for (Map<String, String> fields : List.of(Map.<String, String>of(), Map.of("form_token", ""),
            Map.of("form_token", "wrong"), Map.of("form_token", site.member("helper").token()))) {
            for (String accept : List.of("application/json", "text/html")) {
                Member.Answer answer = member.send(write.verb(), write.path(NOBODYS), fields,
                    Map.of("Accept", accept));
                assertThat(answer.status()).as("%s with %s", write, fields.keySet()).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aTokenInTheQueryIsNoToken(RestPaths.Operation write)
    {
        Member member = Site.get().member("asker");

        Member.Answer answer = member.send(write.verb(),
            write.path(NOBODYS) + "?form_token=" + Member.encode(member.token()), Map.of(), Map.of());

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void jsonFromElsewhereNeedsATokenToo()
    {
        Site site = Site.get();
        Member member = site.member("asker");

        Member.Answer answer = member.sendJson("POST", Site.REST + "/questions", "{\"id\":\"" + UUID.randomUUID()
            + "\",\"community\":\"" + site.guild().id() + "\",\"title\":\"A question from elsewhere\",\"body\":\"x\"}",
            Map.of("Origin", "https://elsewhere.example"));

        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("withId")
    void whatIsNotThereIsNotFound(RestPaths.Operation operation)
    {
        Member member = Site.get().member("asker");
        String token = member.token();

        Map<String, Integer> expected =
            new LinkedHashMap<>(Map.of(NOBODYS, 404, "nonsense", 404, "1'%20or%20'1'='1", 404));
        if (Site.isStartedHere()) {
            // Refused before the address is resolved. Other wikis' servers end the connection.
            expected.putAll(Map.of("%00", 400, "..%2f..%2fetc", 400));
        }
        for (String id : expected.keySet()) {
            Map<String, String> fields = "GET".equals(operation.verb()) ? null : Map.ofEntries(
                Map.entry("form_token", token), Map.entry("value", "1"), Map.entry("body", "Text enough."),
                Map.entry("text", "Text."), Map.entry("title", "A title that is long enough"), Map.entry("version",
                    "1.1"), Map.entry("reason", "outdated"), Map.entry("id", UUID.randomUUID().toString()),
                Map.entry("purpose", "Purpose."), Map.entry("access", "open"), Map.entry("domains", ""),
                Map.entry("tags", ""), Map.entry("role", "member"),
                Map.entry("member", Site.get().userId(member)));
            Member.Answer answer = member.send(operation.verb(), operation.path(id), fields,
                Map.of("Accept", "application/json", "XWiki-Form-Token", token));
            assertThat(answer.status()).as("%s with %s", operation, id).isEqualTo(expected.get(id));
            assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.copsuite.");
        }
    }
}
