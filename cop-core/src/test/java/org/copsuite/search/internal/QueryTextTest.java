/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.List;

import org.copsuite.search.internal.QueryText.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is an operator in a search, and what is text. */
class QueryTextTest
{
    private static List<String> excluded(String typed)
    {
        return QueryText.parse(typed).reading().excluded();
    }

    private static List<String> phrases(String typed)
    {
        return QueryText.parse(typed).wanted().stream().filter(Part::phrase).map(Part::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"helm rollback --wait", "-Xmx512m", "-Xmx512m java", "a - b", "bread - rye", "e-mail", "bread -", "bread --rye",
        "bread ---", "bread -.net", "bread -/var", "bread \u2212rye", "bread \u2013rye", "bread -\"\"", "bread (-rye)",
        "+ -rye", "\"\" -rye",
        "bread -$HOME", "bread -\"rye", "NOT rye", "bread NOT rye", "bread !rye", "bread -+rye", "- rye -", "bread-rye", "?? -rye"})
    void excludesNothing(String typed)
    {
        assertThat(excluded(typed)).isEmpty();
        assertThat(QueryText.parse(typed).reading().including()).isEqualTo(typed.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "bread -rye;rye;bread rye", "bread -rye flour -e-mail;rye,e-mail;bread rye flour e-mail",
        "java -Xmx512m heap;Xmx512m;java Xmx512m heap", "dough -\"strong flour\" wet;strong flour;dough \"strong flour\" wet",
        "\"sour dough\" -rye;rye;\"sour dough\" rye", "bread -5;5;bread 5", "pain -\u00ABde mie\u00BB;de mie;pain \u00ABde mie\u00BB",
        "面包 -黑麦;黑麦;面包 黑麦"})
    void aSingleMinusBeforeAWordAndAfterOneExcludes(String typed, String expected, String including)
    {
        assertThat(excluded(typed)).containsExactly(expected.split(","));
        assertThat(QueryText.parse(typed).reading().including()).isEqualTo(including);
        assertThat(excluded(including)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"sour dough\"", "\u201Csour dough\u201D", "\u201Esour dough\u201C", "\u201Esour dough\u201D",
        "\u00ABsour dough\u00BB",
        "\u00BBsour dough\u00AB", "my \"sour dough\", please", "name=\"sour dough\"",
        "\u2039sour dough\u203A", "\uFF02sour dough\uFF02", "\u300Csour dough\u300D"})
    void quotationMarksInPairsHoldWordsTogether(String typed)
    {
        assertThat(phrases(typed)).hasSize(1).allMatch(phrase -> phrase.strip().equals("sour dough"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"sour dough", "sour dough\"", "5\" and 7\" disks", "a\"b\"c", "\"\"", "\"...\"", "it's 'sour dough'",
        "\u201Csour",
        "\u201Dsour dough\u201D", "rock\"n\"roll"})
    void quotationMarksWithoutTheirLikeAreText(String typed)
    {
        assertThat(phrases(typed)).isEmpty();
    }

    @Test
    void onlyTheStartOfALongTextIsRead()
    {
        assertThat(QueryText.parse("a".repeat(100_000)).wanted().get(0).text()).hasSize(QueryText.LONGEST);
        assertThat(QueryText.parse("\"".repeat(100_000)).isEmpty()).isTrue();
        assertThat(QueryText.parse(null).isEmpty()).isTrue();
    }
}
