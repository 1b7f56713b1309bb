/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import java.text.Normalizer;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The one form of a tag. */
class TagsTest
{
    @ParameterizedTest
    @CsvSource({"İstanbul,istanbul", "i\u0307stanbul,istanbul", "I\u0307STANBUL,istanbul", "ＡＩ,ai", "Cafe\u0301,café", "ﬁles,files",
        "C++,c++",
        ".NET,.net", "#rye bread,rye-bread", "data_loads,data-loads", "ΟΔΟΣ,οδος", "한국어,한국어"})
    void spellingsOfATagAreOneTag(String typed, String form)
    {
        assertThat(Tags.normalise(typed)).hasValue(form);
        assertThat(Tags.normalise(Normalizer.normalize(typed, Normalizer.Form.NFD))).hasValue(form);
        assertThat(Tags.normalise(form)).as("its form is its form").hasValue(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "#", "-", "a,b", "a|b", "<b>", "\u202Ea<"})
    void whatIsNoTagIsNone(String typed)
    {
        assertThat(Tags.normalise(typed)).isEqualTo(Optional.empty());
    }
}
