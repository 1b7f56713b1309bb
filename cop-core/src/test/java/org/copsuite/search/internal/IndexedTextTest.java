/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What of a text is indexed. */
class IndexedTextTest
{
    @ParameterizedTest
    @CsvSource(delimiter = '\u00a6', quoteCharacter = '\u00a7', value = {
        "Write {{name}} in the file. **Then** more \u00a6 Write {{name}} in the file. Then more",
        "token: ${{secrets.TOKEN}} more \u00a6 token: ${{secrets.TOKEN}} more",
        "{{info}}never closed \u00a6 {{info}}never closed", "a {{foo}}b{{/foo}} c \u00a6 a b c",
        "a {{foo/}} c \u00a6 a {{foo/}} c", "{{code}}{{x}} a__b{{/code}} c \u00a6 {{x}} a__b c",
        "see https://e.org/a__b--c,,d//e. and [[https://e.org/~~x__y]] \u00a6 see https://e.org/a__b--c,,d//e . and https://e.org/~x__y",
        "image: postgres:16 and jdbc:h2://a__b \u00a6 image: postgres:16 and jdbc:h2://a__b",
        "[[a **b**>>https://e.org/]] c \u00a6 a b c", "x [[[[image:a.png]]>>https://e.org/full.png]] c \u00a6 x c",
        "x [[[[image:a.png||alt=\"b\"]] See **it**>>https://e.org/full.png||rel=\"d\"]] c \u00a6 x See it c",
        "x [[image:a.png>>https://e.org/]] c \u00a6 x image:a.png c", "x [[image:a.png||width=1]] c \u00a6 x c",
        "x [[b [0] or b[1]>>https://e.org/]] c \u00a6 x b [0] or b[1] c", "x [[[[[[image:a]]>>b]] c \u00a6 x [[ c",
        "x [[image: what is it?>>https://e.org/]] c \u00a6 x image: what is it? c"})
    void keepsWhatIsRead(String wiki, String words)
    {
        assertThat(IndexedText.of(wiki).replaceAll(" +", " ").replace(" .", ".")).isEqualTo(words.replace(" .", "."));
    }
}
