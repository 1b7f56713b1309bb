/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Patience;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a private community holds stands in no answer of any resource and on no page for who may not view it. */
class PrivateSpaceTest
{
    private static final Site SITE = Site.get();

    private static final String WORD = "obsidian" + UUID.randomUUID().toString().substring(0, 6);

    private static Site.Community secret;

    private static Site.Post question;

    private static String answer;

    private static String comment;

    @BeforeAll
    static void fill()
    {
        secret = SITE.found("Keepers of " + WORD, "private");
        Member insider = SITE.member("insider");
        SITE.appoint(secret, insider, "member");
        question = SITE.ask(insider, secret, "Where is the " + WORD + " mirror kept at night?",
            "We must not tell where the " + WORD + " mirror is.", WORD);
        answer = SITE.answer(SITE.member("facilitator"), question, "The " + WORD + " mirror is behind the door.");
        comment = Member.newId();
        insider.post("/answers/" + answer + "/comments", Map.of("id", comment, "text", WORD + " thanks")).ok();
        insider.post("/answers/" + answer + "/acceptance", Map.of()).ok();
        insider.post("/thanks", Map.of("id", Member.newId(), "to", SITE.userId(SITE.member("facilitator")), "message",
            "Thank you for the " + WORD + " answer.", "post", answer)).ok();
        SITE.awaitIndexed(insider, question);
    }

    static List<RestPaths.Operation> reads()
    {
        return RestPaths.all().stream().filter(operation -> "GET".equals(operation.verb())).toList();
    }

    static List<RestPaths.Operation> writesWithId()
    {
        return RestPaths.writes().stream().filter(RestPaths.Operation::hasId).toList();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void noReadTells(RestPaths.Operation read)
    {
        List<String> queries = List.of("", "?q=" + WORD, "?tag=" + WORD, "?prefix=" + WORD.substring(0, 6), "?title="
            + WORD + "+mirror", "?topic=" + WORD, "?community=" + secret.id(), "?question=" + question.id(),
            "?q=mirror&community=" + secret.id(), "?user=" + Member.encode(SITE.userId(SITE.member("insider"))),
            "?to=" + Member.encode(SITE.userId(SITE.member("facilitator"))), "?period=week&limit=50",
            "?author=" + Member.encode(SITE.userId(SITE.member("insider"))));
        List<String> ids = read.hasId() ? List.of(question.id(), answer, comment, secret.id()) : List.of("");
        for (Member other : List.of(SITE.stranger(), SITE.member("outsider"))) {
            for (String id : ids) {
                for (String query : queries) {
                    for (String accept : List.of("application/json", "text/html")) {
                        Member.Answer told = other.send("GET", read.path(id) + query, null, Map.of("Accept", accept));
                        String body = told.body().replaceAll("(value=\"|[“”\"]|&quot;)" + WORD, "");
                        assertThat(body).as("%s%s", read, query).doesNotContain("Keepers of").doesNotContain("mirror is")
                            .doesNotContain("mirror kept").doesNotContain(WORD + " ");
                        if (read.hasId()) {
                            assertThat(told.status()).as("%s%s", read, query).isEqualTo(404);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("writesWithId")
    void aWriteThereFindsNothing(RestPaths.Operation write)
    {
        Member outsider = SITE.member("outsider");
        Map<String, String> fields = new LinkedHashMap<>(Map.of("form_token", outsider.token(), "value", "1", "body",
            "Long enough.", "text", "Text.", "title", "A title that is long enough", "version", "1.1", "reason",
            "outdated", "access", "open"));
        fields.putAll(Map.of("purpose", "Mine.", "domains", "", "tags", ""));
        for (String id : List.of(question.id(), answer, comment, secret.id())) {
            fields.put("id", Member.newId());
            Member.Answer told =
                outsider.send(write.verb(), write.path(id), fields,
                    Map.of("Accept", "application/json", "XWiki-Form-Token", outsider.token()));
            assertThat(told.status()).as("%s", write).isEqualTo(404);
            assertThat(told.body()).doesNotContain(WORD);
        }
        Member insider = SITE.member("insider");
        assertThat(insider.ask("/questions/" + question.id()).ok().json().path("score").asInt()).isZero();
    }

    @Test
    void whatMembersEarnThereDoesNotShowElsewhere()
    {
        for (Member other : List.of(SITE.stranger(), SITE.member("outsider"))) {
            String board = other.ask("/leaderboard?period=all&limit=50").ok().body();
            assertThat(board).doesNotContain(SITE.member("insider").credentials().name());
            assertThat(other.ask("/tags?prefix=" + WORD).ok().json().path("items").size()).isZero();
            assertThat(other.ask("/thanks?to=" + Member.encode(SITE.userId(SITE.member("facilitator")))).body())
                .doesNotContain(WORD);
            assertThat(other.ask("/search?q=" + WORD).ok().json().path("items").size()).isZero();
            assertThat(other.ask("/related?title=" + WORD + "+mirror").ok().body()).doesNotContain(question.id());
            assertThat(other.ask("/experts?title=" + WORD + "+mirror").ok().body()).doesNotContain(WORD);
        }
        assertThat(SITE.member("insider").ask("/search?q=" + WORD).json().path("items").size())
            .as("the question and its community").isEqualTo(2);
    }

    @Test
    void noPageOfTheWikiTells()
    {
        String space = secret.path().replaceFirst("^/bin/view/", "").replaceFirst("/$", "");
        String post = question.path().replaceFirst("^/bin/view/", "");
        for (Member other : List.of(SITE.stranger(), SITE.member("outsider"))) {
            for (String place : List.of("/bin/pages", "/bin/pages?q=" + WORD, "/bin/search?q=" + WORD,
                "/bin/search?q=mirror", "/bin/view/CoP/Questions", "/bin/view/CoP/Communities", "/bin/view/Main/")) {
                assertThat(text(other, place)).as(place).doesNotContain("Keepers of").doesNotContain("mirror kept");
            }
            for (String action : List.of("view", "edit", "history", "raw", "move", "copy", "delete", "attach",
                "diff", "preview")) {
                for (String page : List.of(space + "/", post)) {
                    Member.Answer told = other.read("/bin/" + action + '/' + page);
                    assertThat(told.body()).as(action).doesNotContain("Keepers of").doesNotContain("mirror kept")
                        .doesNotContain("mirror is");
                }
            }
            assertThat(other.read(question.path()).status()).isEqualTo(SITE.pages().refusalToView(other));
        }
    }

    @Test
    void anIncludeOfAPrivatePageShowsItToNobodyElse()
    {
        String reference = question.path().replaceFirst("^/bin/view/", "").replaceFirst("/$", "").replace('/', '.');
        Site.Post open = SITE.ask(SITE.member("insider"), "A question that includes a private page",
            "{{include reference=\"" + reference + ".WebHome\"/}} {{display reference=\"" + reference
                + ".WebHome\"/}} {{cop-question id=\"" + question.id() + "\"/}}", "");
        SITE.member("insider").read(open.path()).ok();

        for (Member other : List.of(SITE.stranger(), SITE.member("outsider"))) {
            assertThat(other.read(open.path()).ok().body()).doesNotContain("mirror is").doesNotContain("mirror kept");
        }
    }

    @Test
    void itIsGoneWhenACommunityBecomesPrivate()
    {
        String word = "feldspar" + UUID.randomUUID().toString().substring(0, 6);
        Site.Community once = SITE.found("Friends of " + word, "open");
        Site.Post asked = SITE.ask(SITE.member("asker"), once, "Is " + word + " still public?", "Now it is.", word);
        SITE.awaitIndexed(SITE.stranger(), asked);
        String version = SITE.admin().ask("/communities/" + once.id()).json().path("version").asText();
        SITE.admin().post("/communities/" + once.id(), Map.of("version", version, "title", once.title(), "purpose",
            "Not any more.", "domains", "", "access", "private")).ok();

        Awaitility.await().atMost(Patience.ofSeconds(60)).until(() -> SITE.stranger().ask("/search?q=" + word).json()
            .path("items").isEmpty() && SITE.stranger().ask("/tags?prefix=" + word).json().path("items").isEmpty()
            && !SITE.stranger().ask("/questions?order=newest").body().contains(asked.id())
            && SITE.stranger().ask("/questions/" + asked.id()).status() == 404);
        assertThat(SITE.admin().ask("/questions/" + asked.id()).status()).isEqualTo(200);
    }

    private static String text(Member reader, String place)
    {
        return reader.read(place).body().replace("\"" + WORD + "\"", "").replace("“" + WORD + "”", "");
    }
}
