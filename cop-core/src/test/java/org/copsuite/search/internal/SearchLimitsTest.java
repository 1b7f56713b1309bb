/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.copsuite.search.internal.SearchWords.Marks;
import org.copsuite.wiki.Html;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How much of a text is looked for, kept or shown, whatever its length. */
class SearchLimitsTest
{
    private static final WordStatistics.Counts NOTHING_KNOWN = new WordStatistics.Counts(Map.of(), Map.of());

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
        assertThat(Tokenizer.of("x".repeat(101))).isEmpty();
        assertThat(Tokenizer.of("x".repeat(100)).get(0).bases()).hasSize(1);
        assertThat(Tokenizer.of("ab_".repeat(200)).get(0).parts()).hasSize(64);
    }

    @Test
    void ofADraft60WordsAreLookedForAnd20ThatNoPublicTextHas()
    {
        Map<String, Double> weights = DraftTerms.weigh(words(200), words(1_000));
        assertThat(weights).hasSize(DraftTerms.CANDIDATES);
        Map<String, Map<String, Long>> known = new HashMap<>();
        weights.keySet().stream().limit(150).forEach(word -> known.put(word, Map.of(WordStatistics.COMMON, 3L)));
        WordStatistics.Counts counts = new WordStatistics.Counts(known, Map.of(WordStatistics.COMMON, 100L));

        assertThat(DraftTerms.choose(weights, counts).words()).hasSize(60 + 20);
    }

    /** Whether private texts have a word changes nothing of what is looked for, and how it weighs. */
    @Test
    void searchedWordsDoNotDependOnPrivateTexts()
    {
        Map<String, Double> weights = new LinkedHashMap<>(Map.of("public", 1., "private", 2., "unknown", 3.));
        Map<String, Map<String, Long>> few = Map.of("public", Map.of(WordStatistics.COMMON, 3L, WordStatistics.TEXT, 3L));
        Map<String, Map<String, Long>> many = Map.of("public", Map.of(WordStatistics.COMMON, 3L, WordStatistics.TEXT, 50L),
            "private", Map.of(WordStatistics.TEXT, 40L));
        WordStatistics.Counts alone =
            new WordStatistics.Counts(few, Map.of(WordStatistics.COMMON, 100L, WordStatistics.TEXT, 100L));
        WordStatistics.Counts together =
            new WordStatistics.Counts(many, Map.of(WordStatistics.COMMON, 100L, WordStatistics.TEXT, 1_000L));

        assertThat(DraftTerms.choose(weights, together)).isEqualTo(DraftTerms.choose(weights, alone));
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
        Marks marks = SearchWords.of(QueryText.parse("needle 数据库")).marks(false, NOTHING_KNOWN);
        for (String text : List.of("x ".repeat(5_000) + "needle" + " y".repeat(5_000), "needle", "数据库", "needle " + "z".repeat(5_000),
            "z".repeat(5_000) + " needle", "needle ".repeat(3_000), "数".repeat(3_000) + "数据库" + "库".repeat(3_000),
            "\uD83C\uDF5E".repeat(2_000) + "needle" + "\uD83C\uDF5E".repeat(2_000))) {
            String html = Snippets.of(text, marks).value();
            assertThat(html).contains("<mark>").doesNotContain("<mark></mark>");
            String shown = html.replaceAll("</?mark>", "").replaceAll("^\u2026 ?| ?\u2026$", "");
            assertThat(shown.length()).isLessThanOrEqualTo(420);
            assertThat(text).contains(shown);
            assertThat(shown.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)).isTrue();
        }
        assertThat(Snippets.of("nothing here" + Snippets.POST + "a <b>needle</b>", marks).value())
            .isEqualTo("a &lt;b&gt;<mark>needle</mark>&lt;/b&gt;");
        assertThat(Snippets.of(null, marks)).isEqualTo(Html.EMPTY);
    }

    @Test
    void noMoreThingsMatchThanHaveTheRarestWords()
    {
        WordStatistics.Counts counts = new WordStatistics.Counts(Map.of(
            "rare", Map.of(WordStatistics.STARTS, 2L, WordStatistics.TEXT, 1L),
            "common", Map.of(WordStatistics.STARTS, 50L, WordStatistics.TAGS, 7L),
            "sql", Map.of(WordStatistics.TEXT, 3L, WordStatistics.MORE, 4L, WordStatistics.STARTS, 90L)), Map.of());

        assertThat(most("common", counts)).isEqualTo(57);
        assertThat(most("sql", counts)).as("too short to be the start of others").isEqualTo(7);
        assertThat(most("common rare", counts)).as("both are required").isEqualTo(2);
        assertThat(most("common rare sql", counts)).as("one of three may be missing").isEqualTo(9);
        assertThat(most("unknown rare common sql rarely strange", counts)).as("three of six may be missing").isEqualTo(2);
        assertThat(most("e-mail", counts)).as("it has several forms").isGreaterThan(1_000);
        assertThat(most("abcdefghijklm", counts)).as("longer than each indexed start").isGreaterThan(1_000);
    }

    @Test
    void howManyThingsHaveTwoWordsIsExpectedFromTheirFrequencies()
    {
        WordStatistics.Counts counts = new WordStatistics.Counts(Map.of("brioche", Map.of(WordStatistics.STARTS, 20L),
            "oven", Map.of(WordStatistics.STARTS, 9L, WordStatistics.TAGS, 1L)), Map.of(WordStatistics.TEXT, 100L));

        assertThat(expected("brioche oven", counts)).isEqualTo(2);
        assertThat(expected("brioche e-mail", counts)).as("each thing may have a word of several forms").isEqualTo(20);
        assertThat(expected("brioche", counts)).isGreaterThan(1_000);
        assertThat(expected("brioche oven butter", counts)).isGreaterThan(1_000);
        assertThat(expected("brioche oven", NOTHING_KNOWN)).isGreaterThan(1_000);
    }

    private static double expected(String typed, WordStatistics.Counts counts)
    {
        return SearchWords.of(QueryText.parse(typed)).expected(counts);
    }

    private static long most(String typed, WordStatistics.Counts counts)
    {
        return SearchWords.of(QueryText.parse(typed)).most(counts);
    }

    @Test
    void ofASearchEightWordsOf40LettersAreTakenApart()
    {
        String word = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
        SearchWords eight = SearchWords.of(QueryText.parse(letters(8, word)));
        SearchWords more = SearchWords.of(QueryText.parse(letters(11, word)));
        WordStatistics.Counts known = new WordStatistics.Counts(Map.of("abc", Map.of(WordStatistics.COMMON, 1L),
            "defghijklmnopqrstuvwxyzabcdefghijklm" + 'a', Map.of(WordStatistics.COMMON, 1L)), Map.of());

        assertThat(eight.spellings().inTwo(0, known)).hasSize(1);
        assertThat(more.spellings().inTwo(7, known)).isEmpty();
        assertThat(more.spelled(NOTHING_KNOWN)).hasSizeLessThanOrEqualTo(11 + 2 * 11 + 8 * 2 * 35);
        assertThat(SearchWords.of(QueryText.parse(word + 'o')).spellings().halves(NOTHING_KNOWN)).isEmpty();
        assertThat(SearchWords.of(QueryText.parse("abc")).spellings().halves(known)).as("a known word").isEmpty();
    }

    /** Words of 40 letters that differ in their last one. */
    private static String letters(int count, String word)
    {
        return IntStream.range(0, count).mapToObj(i -> word.substring(0, 39) + (char) ('a' + i))
            .collect(Collectors.joining(" "));
    }

    @Test
    void aSnippetThatIsCutWithinASentenceSaysSo()
    {
        Marks marks = SearchWords.of(QueryText.parse("needle 数据库")).marks(false, NOTHING_KNOWN);
        String cut = "hay ".repeat(40);
        assertThat(Snippets.of("A needle. And more.", marks).value()).isEqualTo("A <mark>needle</mark>. And more.");
        assertThat(Snippets.of(cut + "a needle " + cut, marks).value()).startsWith("\u2026 hay hay ").endsWith(" hay \u2026");
        assertThat(Snippets.of(cut + "ends here. (Now) " + "b ".repeat(10) + "a needle. " + cut, marks).value())
            .as("which blank it starts after is not decided by sentences").startsWith("\u2026 ");
        assertThat(Snippets.of("hay ".repeat(10) + "hay \"ends.\" " + "b ".repeat(29) + "needle", marks).value())
            .isEqualTo("b ".repeat(29) + "<mark>needle</mark>");
        assertThat(Snippets.of("数".repeat(300) + "数据库" + "库".repeat(300), marks).value()).startsWith("\u2026数").endsWith("库\u2026");
        assertThat(Snippets.of("数".repeat(40) + "。" + "数".repeat(61) + "据库", marks).value()).startsWith("数");
    }
}
