/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.copsuite.search.internal.Tokenizer.Compound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** How texts become words. */
class TokenizerTest
{
    private static List<String> bases(String text)
    {
        List<String> bases = new ArrayList<>();
        Tokenizer.of(text).forEach(compound -> bases.addAll(compound.bases()));
        return bases;
    }

    private static Set<String> more(String text)
    {
        Set<String> more = new LinkedHashSet<>();
        Tokenizer.of(text).forEach(compound -> {
            more.addAll(compound.joined());
            more.addAll(compound.parts());
        });
        return more;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "The Cats' toys, cats and dog's;the cat toy cat and dog",
        "org.example.sched.QuartzRunner;org.example.sched.quartzrunner",
        "retry_backoff;retry_backoff", "e-mail;e mail", "node.js, Node.js.;node.j node.j",
        "C++, C#, F#, C and .NET;c++ c# f# c and .net", "C/C++ vs. C#-code;c c++ vs c# code", "g++ -O2;g++ o2",
        "see issue#5 or #define;see issue 5 or define", "wait ... what;wait what", "l'erreur d’école;erreur ecole",
        "don't;don't", "O'Reilly's book;o'reilly book", "20.5 1.2.3;20.5 1.2.3", "a;a", "+ - * / ++ # ';''",
        "straße STRASSE Œuvre;strasse strasse oeuvre", "ＡＢＣ ﬁnd ２;abc find 2", "اَلْعَرَبِيَّةُ عربي;عرب عرب",
        "والمرور مرور كتاب الکتاب;مرور مرور كتاب كتاب", "٣ ۴;3 4",
        "Σίσυφος ΣΊΣΥΦΟΣ;σισυφοσ σισυφοσ"})
    void wordsAreCutAndFolded(String text, String expected)
    {
        assertThat(String.join(" ", bases(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "org.example.sched.QuartzRunner;quartz runner sched example org", "retry_backoff;retry backoff retrybackoff",
        "retryBackoff;retry backoff", "HTTPServer;http server", "Base64Encoder;base64 encoder", "Kestrel.Server;kestrel server",
        "PostgreSQL;postgre sql", "Node.js;node nodej js", "e-mail;email", "E-Mails;email", "ASP.NET;asp .net",
        "src/main/java/App.java;app java", "notepad++;notepad++", "__init__;init", "com-example_app.RunIt;example app run it"})
    void partsAndWordsWrittenInOneStandBeside(String text, String expected)
    {
        assertThat(more(text)).contains(expected.split(" "));
    }

    @Test
    void aWordThatIsOfItsOwnIsNotFoundAsAnother()
    {
        assertThat(bases("C++ and C#")).doesNotContain("c");
        assertThat(more("C++ and C#")).isEmpty();
        assertThat(more("we use .NET and ASP.NET")).doesNotContain("net");
        assertThat(bases("net income")).contains("net");
    }

    @ParameterizedTest
    @ValueSource(strings = {"İzmir izmir IZMIR ızmır", "İstanbul istanbul ISTANBUL", "Café cafe CAFÉ", "Đà da ĐÀ", "naïve NAIVE Naïve",
        "e\u0301te\u0301 été ete ÉTÉ", "ＡＩ AI ai", "ⅷ VIII viii", "شَمْس شمس", "שָׁלוֹם שלום", "ёлка елка ЁЛКА",
        "co\u00ADop co\u200Dop coop",
        "Ång\u0301stro\u0308m angstrom"})
    void spellingsOfOneWordMeet(String spellings)
    {
        assertThat(new LinkedHashSet<>(bases(spellings))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe einer Übung", "İzmir'de bir gün", "tiếng Việt", "한국어 문장", "ガ行のバグ", "हिन्दी में", "ภาษาไทย"})
    void composedAndDecomposedTextsAreTheSame(String text)
    {
        assertThat(bases(Normalizer.normalize(text, Normalizer.Form.NFD)))
            .isEqualTo(bases(Normalizer.normalize(text, Normalizer.Form.NFC))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"如何连接数据库;连接 数据库", "データベースに接続できない;接続 データ", "วิธีเชื่อมต่อฐานข้อมูล;ฐานข้อมูล เชื่อมต่อ",
        "데이터베이스에서 연결이;데이터베이스 연결", "Pythonでファイルを読む;python ファイル", "ျမန္မာစာဖတ်;မာစာ"})
    void aWordWithinASentenceWithoutBlanksHasItsPairsThere(String sentence, String words)
    {
        for (String word : words.split(" ")) {
            assertThat(bases(sentence)).as(word).containsAll(bases(word));
        }
    }

    @Test
    void aSingleCharacterOfChineseIsAPart()
    {
        assertThat(more("水素水")).contains("水", "素");
        assertThat(bases("水")).containsExactly("水");
    }

    @Test
    void offsetsAreThoseOfTheText()
    {
        String text = "On \u201CCafe\u0301-bar\u201D: 数据库 and .NET!";
        List<Compound> compounds = Tokenizer.of(text);
        assertThat(compounds.stream().map(one -> text.substring(one.start(), one.end())).toList())
            .containsExactly("On", "Cafe\u0301-bar", "数据库", "and", ".NET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "a_", "_", "a-", "'", "aB", ".", "c++", "数", "e\u0301", "\u0301", "\uD83D", "\u200D", "l'", "+", "#",
        "a/", "\uE000"})
    void whatIsRepeatedCostsNoMoreThanItsLength(String part)
    {
        String text = part.repeat(400_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            int[] size = new int[1];
            Tokenizer.read(text, compound -> {
                compound.all().forEach(word -> size[0] += word.length());
                assertThat(compound.all()).allMatch(word -> word.length() <= Tokenizer.LONGEST + 3);
                return true;
            });
            assertThat(size[0]).isLessThanOrEqualTo(4 * text.length());
        });
    }

    @Test
    void noWordHoldsWhatTheIndexTakesForSyntax()
    {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x30000; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                all.append('a').appendCodePoint(c).append('b').append(' ');
            }
        }
        assertThat(new TermBag().add(all.toString()).words().substring(2).split(" "))
            .allMatch(word -> !word.isEmpty() && word.indexOf('|') < 0 && word.indexOf(',') < 0 && word.indexOf('*') < 0
                && word.codePoints().noneMatch(Character::isWhitespace));
    }
}
