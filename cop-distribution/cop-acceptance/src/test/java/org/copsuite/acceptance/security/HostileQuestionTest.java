/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Hostile texts in every field of a question, its answers and comments. */
class HostileQuestionTest extends AbstractHostileTextTest
{
    @ParameterizedTest
    @MethodSource("texts")
    void inEveryFieldOfAQuestion(String text)
    {
        Member asker = SITE.member("asker");
        Member.Answer asked = ask(asker, text);
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
}
