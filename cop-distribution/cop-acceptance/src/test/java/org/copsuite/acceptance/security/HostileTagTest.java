/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Hostile texts in tags, thanks, topics and previews. */
class HostileTagTest extends AbstractHostileTextTest
{
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
}
