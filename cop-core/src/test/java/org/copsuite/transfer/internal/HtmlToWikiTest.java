/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** What posts' HTML becomes. */
class HtmlToWikiTest
{
    private final HtmlToWiki converter = new HtmlToWiki("https://cooking.stackexchange.com/");

    @ParameterizedTest
    @CsvSource(delimiter = '\u00a6', quoteCharacter = '\u00a7', ignoreLeadingAndTrailingWhitespace = true, value = {
        "<p>One</p><p>two</p> \u00a6 One\\n\\ntwo",
        "<p>a <b>b</b> <em>c</em> <s>d</s> x<sup>2</sup><sub>i</sub></p> \u00a6 a **b** //c// --d-- x^^2^^,,i,,",
        "<p>Call <code>a[i]</code>, press <kbd>Ctrl</kbd></p> \u00a6 Call ##{{{a[i]}}}##, press (% class=\"kbd\" %)##{{{Ctrl}}}##(%%)",
        "<h2>Why?</h2> \u00a6 == Why? ==",
        "<hr> \u00a6 ----",
        "a<br>b \u00a6 a\\\\b",
        "<blockquote><p>a</p><p>b</p></blockquote> \u00a6 >a\\n>\\n>b",
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul> \u00a6 * a\\n** b\\n* c",
        "<ol start='3'><li>a<ul><li>b</li></ul></li></ol> \u00a6 (% start=\"3\" %)\\n1. a\\n1*. b",
        "<ul><li><p>a</p><p>b</p></li></ul> \u00a6 * (((\\na\\n\\nb\\n)))",
        "<pre><code>x = {{{1}}}</code></pre> \u00a6 {{{\\nx = ~{~{~{1~}~}~}\\n}}}",
        "<pre class='lang-py'><code>x</code></pre> \u00a6 (% class=\"language-py\" %)\\n{{{\\nx\\n}}}",
        "<a href='/q/1' title='t'>see</a> \u00a6 [[see>>https://cooking.stackexchange.com/q/1||title=\"t\"]]",
        "<img src='https://i.example/a.png' alt='A pot'> \u00a6 [[image:https://i.example/a.png||alt=\"A pot\"]]",
        "<img src='https://i.example/a.png' alt='enter image description here'> \u00a6 [[image:https://i.example/a.png]]",
        "<img src='http://i.example/a.png' alt='A pot'> \u00a6 [[A pot>>http://i.example/a.png]]",
        "<img src='http://i.stack.imgur.com/a.png'> \u00a6 [[image:https://i.stack.imgur.com/a.png]]",
        "<a href='https://x.y/'>See <img src='https://i.example/a.png' alt='b'></a> \u00a6 [[See [[image:https://i.example/a.png||alt=\"b\"]]>>https://x.y/]]",
        "<a href='https://x.y/a__b'>https://x.y/a__b</a> \u00a6 [[https://x.y/a__b]]",
        "<code>ls --all</code> <code>f{x}</code> <code>a}}}</code> \u00a6 ##{{{ls --all}}}## ##{{{f{x}}}}## ##a~}~}~}##",
        "<pre>a <b>b</b>\\n  c__d</pre> \u00a6 {{{\\na b\\n  c__d\\n}}}",
        "<blockquote><ul><li>a</li></ul></blockquote> \u00a6 (% class=\"quote\" %)\\n(((\\n* a\\n)))",
        "<table><tr><th>a</th></tr><tr><td>b|c</td></tr></table> \u00a6 |=a\\n|b~|c",
        "<p>$\\sum_{i} x_{i}$ and 2*3*4</p> \u00a6 $\\sum_{i} x_{i}$ and 2*3*4"})
    void becomesWikiText(String html, String wiki)
    {
        assertThat(this.converter.convert(html.replace("\\n", "\n"))).isEqualTo(wiki.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\u00a6', quoteCharacter = '\u00a7', value = {
        "<p>{{velocity}}x{{/velocity}}</p> \u00a6 {~{velocity}~}x{~{/velocity}~}",
        "<p>**no** //no// [[no]] ~</p> \u00a6 ~**no*~* /~/no/~/ [~[no]~] ~~",
        "<p>* no</p> \u00a6 ~* no", "<p>1. no</p> \u00a6 ~1. no", "<p>= no</p> \u00a6 ~= no",
        "<p>mailto:a@b image:x</p> \u00a6 mailto~:a@b image~:x",
        "<a href='http://a/'>]] {{html}}</a> \u00a6 [[~]~~~] {~~{html}~~}>>http://a/]]"})
    void textNeverBecomesSyntax(String html, String wiki)
    {
        assertThat(this.converter.convert(html)).isEqualTo(wiki.replace("~**~no~*~*", "~*~*no*~*"));
    }

    @Test
    void keepsTheTextOfWhatItDrops()
    {
        assertThat(this.converter.convert("<a href='javascript:alert(1)'>x</a><script>alert(2)</script>"
            + "<iframe src='http://x'></iframe><span onclick='a()'>y</span><img src='data:image/png;base64,AA' alt='z'>"))
            .isEqualTo("xyz");
    }

    @Test
    void anAddressThatIsLongerThanAnyKeepsItsTextAndTakesNoTime()
    {
        assertTimeout(Duration.ofSeconds(5), () -> assertThat(this.converter
            .convert("<a href='https://a.example/" + "%#".repeat(400_000) + "'>x</a>")).isEqualTo("x"));
    }

    @Test
    void dropsWhatBreaksPages()
    {
        assertThat(this.converter.convert("a&#1;b\u0000c\ud800d&#xFFFF;")).doesNotContain("\u0001", "\u0000", "\ud800",
            "\uffff").startsWith("a").endsWith("d");
    }

    @Test
    void codeWithTildesBeforeBracesIsNotVerbatim()
    {
        assertThat(this.converter.convert("<pre><code>a  ~{{{b\nc</code></pre>"))
            .isEqualTo("##a\u00a0\u00a0~~~{~{~{b\\\\{{{c}}}##");
    }

    @Test
    void commentsAreReadAsMarkdown()
    {
        assertThat(this.converter.convert(CommentText.toHtml(
            "@user1 see [this *one*](https://a.example/x_y_z), `a*b*c`, **not** $a*b*c$ or https://b.example/q_1_2. <b>")))
            .isEqualTo("@user1 see [[this //one//>>https://a.example/x_y_z]], ##{{{a*b*c}}}##, **not** $a*b*c$ or "
                + "[[https://b.example/q_1_2]]. <b>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '\u00a6', quoteCharacter = '\u00a7', value = {
        "[a](https://e.org/T_(c)) b \u00a6 [[a>>https://e.org/T_(c)]] b",
        "[a](https://e.org/T_(c_(d)e)). \u00a6 [[a>>https://e.org/T_(c_(d)e)]].",
        "(https://e.org/T_(c)), x \u00a6 ~([[https://e.org/T_(c)]]), x",
        "[https://e.org/a](https://e.org/a) \u00a6 [[https://e.org/a]]",
        "[see https://e.org/b](https://e.org/a) \u00a6 [[see https:/~~/e.org/b>>https://e.org/a]]",
        "[a[0]](https://e.org/) \u00a6 [[a~[0~]>>https://e.org/]]",
        "\u201ehttps://e.org/x\u201c y \u00a6 \u201e[[https://e.org/x]]\u201c y", "https:// x \u00a6 https:/~/ x"})
    void linksOfCommentsLeadToWhereTheySay(String comment, String wiki)
    {
        assertThat(this.converter.convert(CommentText.toHtml(comment))).isEqualTo(wiki);
    }

    @Test
    void aCommentOfBracketsTakesNoTime()
    {
        for (String piece : List.of("[", "[a", "[a](", "[a](https://e.org/(", "https://e.org/(", "[[]", "(https://")) {
            assertTimeout(Duration.ofSeconds(4), () -> CommentText.toHtml(piece.repeat(20_000 / piece.length())), piece);
        }
    }
}
