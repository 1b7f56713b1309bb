/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.copsuite.knowledge.internal.SearchWords.Marks;
import org.copsuite.wiki.Html;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How much of a text is looked for, kept or shown, whatever its length. */
class SearchLimitsTest
{
    private static String words(int count)
    {
        return IntStream.range(0, count).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }

    @Test
    void aSearchHasAtMost32Words()
    {
        assertThat(SearchWords.of(QueryText.parse(words(100))).clauses()).hasSize(32);
        assertThat(SearchWords.of(QueryText.parse("数据库连接服务器超时错误日志配置文件网络端口防火墙证书密码用户权限角色组织部门公司".repeat(3))).clauses())
            .hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void aLongPathIsManyWordsAndAShortOneIsOne()
    {
        assertThat(SearchWords.of(QueryText.parse("src/main/java/org/example")).clauses()).hasSize(5);
        assertThat(SearchWords.of(QueryText.parse("client/server")).clauses()).hasSize(1);
    }

    @Test
    void aWordHasAtMost100CharactersAndACompound64Parts()
    {
        assertThat(Words.of("x".repeat(101))).isEmpty();
        assertThat(Words.of("x".repeat(100)).get(0).bases()).hasSize(1);
        assertThat(Words.of("ab_".repeat(200)).get(0).parts()).hasSize(64);
    }

    @Test
    void ofADraft60WordsAreLookedForAnd20ThatNoPublicTextHas()
    {
        Map<String, Double> weights = Terms.weigh(words(200), words(1_000));
        assertThat(weights).hasSize(Terms.CANDIDATES);
        Map<String, Map<String, Long>> known = new HashMap<>();
        weights.keySet().stream().limit(150).forEach(word -> known.put(word, Map.of(WordStatistics.COMMON, 3L)));
        WordStatistics.Counts counts = new WordStatistics.Counts(known, Map.of(WordStatistics.COMMON, 100L));

        assertThat(Terms.choose(weights, counts).words()).hasSize(60 + 20);
    }

    /** Whether private texts have a word changes nothing of what is looked for, and how it weighs. */
    @Test
    void whatIsLookedForDoesNotDependOnPrivateTexts()
    {
        Map<String, Double> weights = new LinkedHashMap<>(Map.of("public", 1., "private", 2., "unknown", 3.));
        Map<String, Map<String, Long>> few = Map.of("public", Map.of(WordStatistics.COMMON, 3L, WordStatistics.TEXT, 3L));
        Map<String, Map<String, Long>> many = Map.of("public", Map.of(WordStatistics.COMMON, 3L, WordStatistics.TEXT, 50L),
            "private", Map.of(WordStatistics.TEXT, 40L));
        WordStatistics.Counts alone =
            new WordStatistics.Counts(few, Map.of(WordStatistics.COMMON, 100L, WordStatistics.TEXT, 100L));
        WordStatistics.Counts together =
            new WordStatistics.Counts(many, Map.of(WordStatistics.COMMON, 100L, WordStatistics.TEXT, 1_000L));

        assertThat(Terms.choose(weights, together)).isEqualTo(Terms.choose(weights, alone));
        assertThat(together.weight("public")).isEqualTo(alone.weight("public"));
        assertThat(together.boost(WordStatistics.TEXT, "public") * Math.log(1 + 950.5 / 50.5))
            .isCloseTo(alone.boost(WordStatistics.TEXT, "public") * Math.log(1 + 97.5 / 3.5),
                org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void aPostIsCutAt100000Characters()
    {
        assertThat(IndexedText.of("ab ".repeat(100_000)).length()).isLessThanOrEqualTo(IndexedText.MAXIMUM);
    }

    @Test
    void aSnippetIsAbout200CharactersLongWhereverTheWordsStand()
    {
        Marks marks = SearchWords.of(QueryText.parse("needle 数据库")).marks(false);
        for (String text : List.of("x ".repeat(5_000) + "needle" + " y".repeat(5_000), "needle", "数据库", "needle " + "z".repeat(5_000),
            "z".repeat(5_000) + " needle", "needle ".repeat(3_000), "数".repeat(3_000) + "数据库" + "库".repeat(3_000),
            "\uD83C\uDF5E".repeat(2_000) + "needle" + "\uD83C\uDF5E".repeat(2_000))) {
            String html = Snippets.of(text, marks).value();
            assertThat(html).contains("<mark>").doesNotContain("<mark></mark>");
            String shown = html.replaceAll("</?mark>", "");
            assertThat(shown.length()).isLessThanOrEqualTo(420);
            assertThat(text).contains(shown);
            assertThat(shown.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)).isTrue();
        }
        assertThat(Snippets.of("nothing here" + Snippets.POST + "a <b>needle</b>", marks).value())
            .isEqualTo("a &lt;b&gt;<mark>needle</mark>&lt;/b&gt;");
        assertThat(Snippets.of(null, marks)).isEqualTo(Html.EMPTY);
    }
}
