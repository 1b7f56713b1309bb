/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Hostile texts in every field, and what the pages that show them look like. */
class HostileTextTest
{
    private static final Site SITE = Site.get();

    static List<String> texts()
    {
        return Hostile.TEXTS;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void inEveryFieldOfAQuestion(String text)
    {
        Member asker = SITE.member("asker");
        Member.Answer asked = asker.post("/questions", Map.of("id", Member.newId(), "community", SITE.guild().id(),
            "title", cut("Hostile " + text, 200), "body", text + "\n\nThe end of the body.", "tags", "hostile"));
        answered(asked, 201);
        String id = asked.json().path("id").asText();
        String path = SITE.path(asked);
        String answer = Member.newId();
        answered(SITE.member("helper").post("/questions/" + id + "/answers", Map.of("id", answer, "body", text)), 201);
        answered(SITE.member("helper").post("/questions/" + id + "/comments",
            Map.of("id", Member.newId(), "text", text)), 200);
        answered(SITE.member("reader").post("/answers/" + answer + "/comments",
            Map.of("id", Member.newId(), "text", text)), 200);

        for (Member reader : List.of(SITE.stranger(), asker, SITE.member("facilitator"))) {
            Document page = reader.read(path).ok().document();
            Hostile.check(page, path);
            assertThat(page.select("article.cop-question")).hasSize(1);
            assertThat(page.select(".cop-question > .cop-post")).hasSize(1);
            assertThat(page.select(".cop")).isNotEmpty().allMatch(root -> root.parents().stream()
                .noneMatch(parent -> parent.hasClass("cop-text")));
            assertThat(page.text()).contains("The end of the body.");
        }
        Hostile.check(asker.read(path + "?cop-edit=" + id).ok().document(), "the edit form");
        Hostile.check(SITE.stranger().read("/bin/view/CoP/Questions?cop-order=newest").ok().document(), "the list");
        Hostile.check(SITE.stranger().read(SITE.guild().path()).ok().document(), "the community");
        if (Site.isStartedHere()) {
            Hostile.check(asker.read(path.replace("/view/", "/history/")).ok().document(), "the history");
            Hostile.check(SITE.member("facilitator").read(path.replace("/view/", "/edit/")).ok().document(),
                "the wiki's editor");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void inTagsThanksTopicsAndPreviews(String text)
    {
        Member asker = SITE.member("asker");
        refused(asker.post("/questions", Map.of("id", Member.newId(), "community", SITE.guild().id(), "title",
            "A question with a hostile tag", "body", "Text.", "tags", text)), "tags");
        // A member may thank ten times a week.
        answered(SITE.member("thanker" + Hostile.TEXTS.indexOf(text) / 10).post("/thanks", Map.of("id", Member.newId(),
            "to", SITE.userId(SITE.member("helper")), "community", SITE.guild().id(), "message", cut(text, 500))), 201);
        refused(asker.post("/topics", Map.of("topic", cut(text, 60), "level", "working", "note", cut(text, 200))),
            "topic");
        answered(asker.post("/topics", Map.of("topic", "hostile-note", "level", "working", "note", cut(text, 200))), 200);
        Member.Answer preview = asker.send("POST", Site.REST + "/preview", fields("form_token", asker.token(), "text",
            text, "body", text), Map.of("Accept", "text/html", "XWiki-Form-Token", asker.token()));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.document().select("script, form, input, [onerror], [onclick], [onload], iframe")).isEmpty();

        for (String place : List.of("/bin/view/CoP/Questions", "/bin/view/CoP/Tags", "/bin/view/CoP/Thanks",
            SITE.profile(asker), "/bin/view/CoP/People?cop-topic=hostile-note")) {
            Hostile.check(SITE.member("reader").read(place).ok().document(), place);
        }
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

    @ParameterizedTest
    @MethodSource("texts")
    void inEveryFieldOfACommunity(String text)
    {
        Map<String, String> fields = fields("id", Member.newId(), "title",
            cut("H" + Member.newId().substring(0, 4) + ' ' + text, 80), "purpose", text + "\n\nThe end of the purpose.",
            "domains", "", "access", "open");
        refused(SITE.admin().post("/communities", with(fields, "domains", text)), "domains");

        Member.Answer founded = SITE.admin().post("/communities", fields);
        answered(founded, 201);
        SITE.alsoFounded(founded.json().path("id").asText());
        String path = SITE.path(founded);
        for (String view : List.of("", "?cop-view=members", "?cop-view=edit")) {
            Hostile.check(SITE.admin().read(path + view).ok().document(), path + view);
        }
        assertThat(SITE.stranger().read(path).document().text()).contains("The end of the purpose.");
        Hostile.check(SITE.stranger().read("/bin/view/CoP/Communities").ok().document(), "the directory");
    }

    @Test
    void whatIsTooLongIsRefusedWithTheField()
    {
        Member asker = SITE.member("asker");
        String huge = "long ".repeat(100_000);
        Site.Post question = SITE.ask(asker, "A question about very long texts", "Short.", "");
        Map<String, String> ask = fields("id", Member.newId(), "community", SITE.guild().id(), "title",
            "A question that is much too long", "body", "Text.", "tags", "");

        refused(asker.post("/questions", with(ask, "body", huge)), "body");
        refused(asker.post("/questions", with(ask, "title", huge)), "title");
        refused(asker.post("/questions", with(ask, "title", "t".repeat(201))), "title");
        refused(asker.post("/questions", with(ask, "tags", "one two three four five six seven eight")), "tags");
        refused(asker.post("/questions", with(ask, "tags", "t".repeat(1000))), "tags");
        refused(asker.post("/questions/" + question.id() + "/answers", fields("id", Member.newId(), "body", huge)),
            "body");
        refused(asker.post("/questions/" + question.id() + "/comments", fields("id", Member.newId(), "text", huge)),
            "text");
        refused(asker.post("/thanks", fields("id", Member.newId(), "to", SITE.userId(SITE.member("helper")), "message",
            huge)), "message");
        refused(asker.post("/topics", fields("topic", "length", "level", "working", "note", huge)), "note");
        refused(asker.post("/topics", fields("topic", huge, "level", "working", "note", "")), "topic");
        refused(SITE.admin().post("/communities", fields("id", Member.newId(), "title", "A long purpose", "purpose",
            huge, "domains", "", "access", "open")), "purpose");
        refused(SITE.admin().post("/communities", fields("id", Member.newId(), "title", huge, "purpose", "x",
            "domains", "", "access", "open")), "title");
    }

    @Test
    @DisabledIfSystemProperty(named = "cop.url", matches = ".+",
        disabledReason = "Another wiki's server refuses such a form before the suite sees it")
    void aBodyOfSeveralMegabytesIsRefusedInWords()
    {
        Member.Answer answer = SITE.member("asker").post("/preview", Map.of("text", "long ".repeat(1_000_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().path("detail").asText()).contains(" ");
    }

    private static void refused(Member.Answer answer, String field)
    {
        assertThat(answer.status()).as("%s: %s", field, cut(answer.body(), 300)).isEqualTo(400);
        assertThat(answer.json().path("fields").path(field).asText()).as(field).contains(" ");
    }

    private static void answered(Member.Answer answer, int status)
    {
        assertThat(answer.status()).as(cut(answer.body(), 500)).isEqualTo(status);
    }

    private static Map<String, String> fields(String... namesAndValues)
    {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value)
    {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        changed.put("id", Member.newId());
        return changed;
    }

    private static String cut(String text, int length)
    {
        return text.substring(0, Math.min(length, text.length()));
    }
}
