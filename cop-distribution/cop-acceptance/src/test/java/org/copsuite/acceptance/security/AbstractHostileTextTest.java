/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.acceptance.security;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.copsuite.acceptance.site.Member;
import org.copsuite.acceptance.site.Site;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hostile texts in every field, and what the pages that show them look like: a class for each kind of place, so that two
 * processes share them.
 */
abstract class AbstractHostileTextTest
{
    static final Site SITE = Site.get();

    static List<String> texts()
    {
        return Hostile.TEXTS;
    }

    /** Asks a question with a hostile title and a hostile text. */
    static Member.Answer ask(Member asker, String text)
    {
        Member.Answer asked = asker.post("/questions", Map.of("id", Member.newId(), "community", SITE.guild().id(),
            "title", cut("Hostile " + text, 200), "body", text + "\n\nThe end of the body.", "tags", "hostile"));
        answered(asked, 201);
        return asked;
    }

    static void refused(Member.Answer answer, String field)
    {
        assertThat(answer.status()).as("%s: %s", field, cut(answer.body(), 300)).isEqualTo(400);
        assertThat(answer.json().path("fields").path(field).asText()).as(field).contains(" ");
    }

    static void answered(Member.Answer answer, int status)
    {
        assertThat(answer.status()).as(cut(answer.body(), 500)).isEqualTo(status);
    }

    static Map<String, String> fields(String... namesAndValues)
    {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    static Map<String, String> with(Map<String, String> fields, String name, String value)
    {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        changed.put("id", Member.newId());
        return changed;
    }

    static String cut(String text, int length)
    {
        return text.substring(0, Math.min(length, text.length()));
    }
}
