/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A first question that is coached stands in no answer of any resource and on no page, neither for a stranger nor for an
 * ordinary member of its community nor for an administrator, until its author publishes it.
 */
class HeldQuestionTest
{
    private static final Site SITE = Site.get();

    private static final String WORD = "malachite" + UUID.randomUUID().toString().substring(0, 6);

    private static final String QUESTION = Member.newId();

    private static Site.Community community;

    private static String held;

    @BeforeAll
    static void fill()
    {
        community = SITE.found("Polishers " + WORD.substring(9), "open");
        Member facilitator = SITE.member("facilitator");
        SITE.appoint(community, SITE.admin(), "member");
        SITE.appoint(community, SITE.member("bystander"), "member");
        SITE.ask(SITE.member("bystander"), community, "How does one polish anything at all?", "I begin.", "stones");
        facilitator.post("/settings/communities/" + community.id(), Map.of("coaching.on", "true")).ok();
        Member.Answer answer = newcomer().post("/questions", Map.of("id", QUESTION, "community", community.id(), "title",
            "Why does the " + WORD + " vase not shine?", "body", "The " + WORD + " vase is dull.", "tags", WORD));
        assertThat(answer.status()).isEqualTo(202);
        held = answer.json().path("id").asText();
        facilitator.post("/first-questions/" + held + "/comments", Map.of("text", "How old is the " + WORD + " vase?")).ok();
    }

    private static Member newcomer()
    {
        return SITE.member("newcomer");
    }

    private static List<Member> others()
    {
        return List.of(SITE.stranger(), SITE.member("outsider"), SITE.member("bystander"), SITE.admin());
    }

    static List<RestPaths.Operation> reads()
    {
        return RestPaths.all().stream().filter(operation -> "GET".equals(operation.verb())).toList();
    }

    private static void tellsNothing(String place, String body)
    {
        assertThat(body.replaceAll("(value=\"|[“”\"]|&quot;)" + WORD, "")).as(place)
            .doesNotContain("not shine").doesNotContain("vase is").doesNotContain("How old").doesNotContain(WORD + " ")
            .doesNotContain(held).doesNotContain(QUESTION);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void noReadTells(RestPaths.Operation read)
    {
        List<String> queries = List.of("", "?q=" + WORD, "?q=vase", "?tag=" + WORD, "?prefix=" + WORD.substring(0, 9), "?title="
            + WORD + "+vase+dull", "?topic=" + WORD, "?community=" + community.id(), "?q=vase&community=" + community.id(),
            "?author=" + Member.encode(SITE.userId(newcomer())), "?user=" + Member.encode(SITE.userId(newcomer())));
        List<String> ids = read.hasId() ? List.of(held, QUESTION, community.id()) : List.of("");
        for (Member other : others()) {
            for (String id : ids) {
                for (String query : read.hasId() ? List.of("") : queries) {
                    for (String accept : List.of("application/json", "text/html")) {
                        Member.Answer told = other.send("GET", read.path(id) + query, null, Map.of("Accept", accept));
                        tellsNothing(read + query, told.body());
                        if (read.hasId() && !id.equals(community.id()) && other != SITE.admin()) {
                            assertThat(told.status()).as("%s%s", read, query).isEqualTo(404);
                        }
                    }
                }
            }
        }
    }

    @Test
    void noPageTells()
    {
        for (Member other : others()) {
            for (String place : List.of("/", "/bin/pages", "/bin/pages?q=" + WORD, "/bin/search?q=" + WORD, "/bin/search?q=vase",
                "/bin/view/CoP/Questions", "/bin/view/CoP/Questions?cop-tag=" + WORD, "/bin/view/CoP/Search?cop-q=" + WORD,
                "/bin/view/CoP/People?cop-q=" + WORD, "/bin/view/CoP/Tags", "/bin/view/CoP/Notices",
                "/bin/view/CoP/FirstQuestions", "/bin/view/CoP/FirstQuestions?cop-question=" + held,
                "/bin/view/CoP/Leaderboard", community.path(), SITE.profile(newcomer()))) {
                // The link that signs in repeats the address.
                String told = other.read(place).body();
                tellsNothing(place, place.contains(held) ? told.replace(held, "") : told);
            }
        }
        assertThat(SITE.member("facilitator").read("/bin/view/CoP/FirstQuestions").body()).contains(WORD + " vase");
        tellsNothing("a coach's notices", SITE.notices(SITE.member("facilitator")).replace(held, ""));
    }

    @Test
    void nobodyElseWrites()
    {
        for (Member other : List.of(SITE.member("outsider"), SITE.member("bystander"), SITE.admin())) {
            for (String path : List.of("", "/publication", "/comments")) {
                Member.Answer told = other.post("/first-questions/" + held + path, Map.of("version", "1", "text", ""));
                assertThat(told.status()).as(path).isEqualTo(404);
            }
            assertThat(other.write("DELETE", "/first-questions/" + held, Map.of()).status()).isEqualTo(404);
            assertThat(other.post("/questions/" + QUESTION + "/answers", Map.of("body", "A guess.")).status()).isEqualTo(404);
        }
        Member facilitator = SITE.member("facilitator");
        assertThat(facilitator.post("/first-questions/" + held + "/publication", Map.of("version", "1")).status())
            .isEqualTo(403);
        assertThat(facilitator.post("/first-questions/" + held, Map.of()).status()).isEqualTo(403);
        assertThat(facilitator.post("/first-questions/" + held + "/comments", Map.of("text", "")).status()).isEqualTo(400);
        assertThat(newcomer().send("POST", "/rest/wikis/xwiki/cop/first-questions/" + held + "/publication",
            Map.of("version", "1", "form_token", "wrong"), Map.of("Accept", "application/json")).status()).isEqualTo(403);
    }
}
