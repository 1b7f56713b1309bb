/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.copsuite.CopException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest
{
    @Test
    void aBlockKeepsLinesAndTabsAndNoControlCharacters()
    {
        assertThat(PlainText.block("a\u0000\tb\r\nc\rd\u0007 \n ")).isEqualTo("a\tb\nc\nd");
        assertThat(PlainText.block("\uD800x\uDC00 \uD83D\uDE00")).isEqualTo("x \uD83D\uDE00");
        assertThat(PlainText.block(null)).isEmpty();
    }

    @Test
    void aLineHasNoBreaksAndTurnsNoText()
    {
        assertThat(PlainText.line(" a\n\tb\u00A0\u2003c\u202Ed\u200F ")).isEqualTo("a b cd");
        assertThat(PlainText.line(null)).isEmpty();
    }

    @Test
    void aCutLeavesNoHalfOfACharacter()
    {
        assertThat(PlainText.cut("abcdef", 6)).isEqualTo("abcdef");
        assertThat(PlainText.cut("abcdefg", 6)).isEqualTo("abcde\u2026");
        assertThat(PlainText.cut("ab\uD83D\uDE00cd", 4)).isEqualTo("ab\u2026");
    }

    @ParameterizedTest
    @CsvSource({"'Über Größe & co!',uber-grosse-co", "'  --  ',''", "'日本',''", "'a-b c',a-b-c",
        "'one two three four five six',one-two-three"})
    void aSlugIsMadeOfLettersDigitsAndDashes(String title, String slug)
    {
        assertThat(PlainText.slug(title, 14)).isEqualTo(slug.length() > 14 ? slug.substring(0, 14) : slug);
    }

    @ParameterizedTest
    @CsvSource({"Straße,strasse", "STRASSE ẞ,strasse-ss", "Ærø Øl,aero-ol", "Łódź żółć,lodz-zolc", "ışık İzmir,isik-izmir",
        "cœur,coeur", "Þór ðað,thor-dad", "đak,dak", "Ħal,hal", "ŋ,ng", "ĳs ﬁn,ijs-fin", "čeština,cestina", "ő ű,o-u",
        "Ελλάδα,ellada", "Київ Щука,kiiv-shchuka", "Ｆｕｌｌ,full", "C# 日本 x,c-x"})
    void aSlugKeepsTheLettersOfEuropeanLanguages(String title, String slug)
    {
        assertThat(PlainText.slug(title, 40)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({"Java,java", "' #Loop Invariant ',loop-invariant", "c++,c++", ".NET,.net", "c#,c#", "Ärger,ärger",
        "snake_case,snake-case", "node.js,node.js", "日本,日本", "4d,4d"})
    void aTagIsNormalised(String typed, String tag)
    {
        assertThat(Tags.normalise(typed)).contains(tag);
        assertThat(Tags.normalise(tag)).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "#", "-", "%", "a%b", "a,b", "<b>", "a'b", "{{x}}", "+", ".."})
    void whatCannotBeATagIsNone(String typed)
    {
        assertThat(Tags.normalise(typed)).isEmpty();
        assertThat(Tags.normalise("x".repeat(41))).isEmpty();
    }

    @Test
    void tagsAreJoinedAndSplit()
    {
        assertThat(Tags.join(List.of("a", "b"))).isEqualTo(" a b ");
        assertThat(Tags.join(List.of())).isEmpty();
        assertThat(Tags.split(" a b ")).containsExactly("a", "b");
        assertThat(Tags.split("")).isEmpty();
        assertThat(Tags.normalise(List.of("A", "a", "%", "b"))).containsExactly("a", "b");
    }

    @Test
    void aCursorComesBackToItsList() throws Exception
    {
        UUID id = UUID.randomUUID();
        String text = Cursor.write("list", 42L, 0.5, "Anna", id);
        Cursor cursor = Cursor.read("list", text, 4);
        assertThat(cursor.number(0)).isEqualTo(42);
        assertThat(cursor.real(1)).isEqualTo(0.5);
        assertThat(cursor.text(2)).isEqualTo("Anna");
        assertThat(cursor.uuid(3)).isEqualTo(id);
        refused(() -> Cursor.read("other", text, 4));
        refused(() -> Cursor.read("list", text, 3));
        refused(() -> cursor.number(2));
        refused(() -> cursor.real(2));
        refused(() -> cursor.uuid(2));
        refused(() -> Cursor.read("list", Cursor.write("list", Double.NaN), 1).real(0));
        refused(() -> Cursor.read("list", Cursor.write("list", "a\u0000"), 1).text(0));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work)
    {
        assertThatThrownBy(work).isInstanceOfSatisfying(CopException.class,
            e -> assertThat(e.getKind()).isEqualTo(Kind.INVALID));
    }

    @Test
    void aFormSaysAllThatIsWrongAndOnlyThat() throws Exception
    {
        FormCheck form = new FormCheck();
        assertThat(form.line("a", " x ", 1, 3, "k")).isEqualTo("x");
        assertThat(form.text("b", "1\r\n2", 0, 3, "k")).isEqualTo("1\n2");
        form.end();
        form.line("short", "x", 2, 3, "k");
        form.line("long", "\uD83D\uDE00\uD83D\uDE00", 0, 1, "k");
        form.text("blank", "\u0000", 1, 3, "k");
        form.refuse("blank", "other");
        assertThatThrownBy(form::end).isInstanceOfSatisfying(CopException.class, e -> {
            assertThat(e.getFields().keySet()).containsExactly("short", "long", "blank");
            assertThat(e.getFields().get("short").key()).isEqualTo("k.short");
            assertThat(e.getFields().get("long").arguments()).containsExactly(1, 2);
            assertThat(e.getFields().get("blank").key()).isEqualTo("k.blank");
        });
    }
}
