/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pieces of xwiki/2.1 whose repetition makes a parser work, and texts made of them. */
final class HostileMarkup
{
    /** Each construct of the syntax: whole, begun, ended, escaped. */
    static final List<String> PIECES = List.of("[[", "[[a", "[[a>>", "[[a>>b", "[[a>>b||", "[[a||b=\"", "[[image:", "[[image:a||",
        "[[[[image:", "]]", "[", "[[a>>b]]", "[[~", "a:", "a:b", "a:b:", "a+", "http:", "http://", "http://a", "http://a/", "a://",
        "http://a@", "http://a:1", "http://%41", "mailto:", "mailto:a@", "image:", "image:a", "attach:", "attach:~", "(%",
        "(% ", "(% a=\"", "(% a='", "(% a=b ", "(%a=b%)", "(%%)", "(%~", "(%%", "%)", "%", "(((", "(((\n", ")))", "( ((",
        "((( ", " (((", "(%a%)(((", "(%a%)\n(((", "(% ((( ", "{{", "{{a", "{{a}}", "{{a/}}", "{{a ", "{{a b=\"", "{{a b='",
        "{{a b=c", "{{a ~", "{{a }", "{{/a}}", "{{/a", "{{a}}b{{/a}}", "{{a.", "{{a-b", "{{{", "{{{ ", "}}}", "{{{a}}}",
        "{{{ }} ", "{", "}", "}}", "~", "~~", "~a", "~ ", "~[[", "**", "//", "--", "__", "^^", ",,", "##", "**a", "//a ",
        "**//__--##^^,,", "**//a", "|", "|=", "!!", "!=", "\n|", "\n|=", "\n|a", "(%a%)|", "\n(%a%)|", "\n(% a=\"|", "\n(%",
        "\n\n|a", "=", "\n=", "\n= a", "\n= a =", "\n= a\n", "==", " =", "\n(%a%)\n= a", "*", "\n*", "\n* a", "\n** a",
        "\n1. a", "\n1", "\n; a", "\n: a", "\n;: a", "\n*; a", "\n *", "\n(%a%)\n* a", ">", "\n>", "\n> a", "\n>> a", ">a",
        "\n----", "----", "-", "\n(%a%)\n", "\n", "\n\n", "\n\n\n", " ", "\t", "a", "a ", "a.", "a-", "a_", "#", "?", "@", "/",
        ":", "::", ":a", "\\\\", "\\", "'", "\"", "'a", "\"a", "\"' ", "<", "<b>", "&", "&amp;", "\u00e9", "\u4e2d",
        "\ud83d\ude00", "\u0301", "\u202e", "\n\t", "\n ", "\n{{a}}", "\n{{{", "\n(((", "\n|(((", "\n* (((", "\n* {{{",
        "\n|{{a}}", "= (((", "a:(", "a:~", "a:%4", "a:'", "a:b?", "a:b#", "a:b/", "image:~a", "[[a>>b||c=\"d\" ",
        "(%a=\"b\" c=\"d\"%)x", "{{a b=\"c\" d=\"e\" ");

    /** What stands around a repeated piece. */
    private static final List<String[]> FRAMES = List.of(new String[] {"{{info}}", "{{/info}}"},
        new String[] {"{{code}}", "{{/code}}"}, new String[] {"{{{", "}}}"}, new String[] {"[[", ">>x]]"},
        new String[] {"[[x>>", "]]"}, new String[] {"(% a=\"", "\" %)"}, new String[] {"{{a b=\"", "\"/}}"},
        new String[] {"= ", " ="}, new String[] {"* ", "\n"}, new String[] {"|", "\n"}, new String[] {"> ", "\n"},
        new String[] {"(((", ")))"}, new String[] {"{{info}}{{info}}{{info}}", "{{/info}}{{/info}}{{/info}}"},
        new String[] {"**", "**"}, new String[] {"(% a='", "' %)("}, new String[] {"{{info}}", ""});

    private HostileMarkup()
    {
    }

    /** Each piece, repeated. */
    static Stream<String> repeated(int length)
    {
        return PIECES.stream().map(piece -> repeat(piece, length));
    }

    /** Each pair of pieces, repeated: one of both orders. */
    static Stream<String> pairs(int length)
    {
        int count = PIECES.size();
        return IntStream.range(0, count * count).filter(i -> i / count != i % count)
            .mapToObj(i -> repeat(PIECES.get(i / count) + PIECES.get(i % count), length));
    }

    /** Half of a text of one piece, half of another: the first looks for what the second does not end. */
    static Stream<String> halves(int length)
    {
        int count = PIECES.size();
        return IntStream.range(0, count * count).filter(i -> i / count != i % count)
            .mapToObj(i -> repeat(PIECES.get(i / count), length / 2) + repeat(PIECES.get(i % count), length / 2));
    }

    /** Each piece, repeated within a macro, a verbatim block, a link, attributes, a heading ... */
    static Stream<String> framed(int length)
    {
        return FRAMES.stream().flatMap(frame -> PIECES.stream().map(piece -> frame[0] + repeat(piece, length) + frame[1]));
    }

    static String repeat(String piece, int length)
    {
        return piece.repeat(Math.max(1, length / piece.length()));
    }

    static String named(String text)
    {
        return text.substring(0, Math.min(40, text.length())).replace("\n", "\\n") + " ... (" + text.length() + ')';
    }
}
