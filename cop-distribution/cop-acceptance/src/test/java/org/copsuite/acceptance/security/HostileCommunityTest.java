/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Hostile texts in every field of a community, and texts that are too long. */
class HostileCommunityTest extends AbstractHostileTextTest
{
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
}
