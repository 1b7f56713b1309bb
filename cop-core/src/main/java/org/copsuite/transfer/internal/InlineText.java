/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of xwiki/2.1, put together from text, which can never become syntax, and from marks, which are syntax.
 * <p>
 * The syntax works with doubled characters ({@code **}, <code>{{</code>, {@code [[}) and with what a line starts with;
 * so a character of the text is escaped where the one before it, or a mark beside it, would double it, and where it
 * stands first in a line, or in a heading or a cell that would give it a meaning. The rest is left as it was written,
 * so that people can edit it.
 */
final class InlineText
{
    /** Where the line stands, which decides what else is special. */
    enum Place
    {
        /** In a paragraph, a list item or a quote. */
        LINE,
        /** In a heading. */
        HEADING,
        /** In a cell of a table. */
        CELL
    }

    private static final String DOUBLING = "*/-_^,#[]{}()\\!>|=";

    private static final Pattern NUMBERED = Pattern.compile("^1[1*#:;.-]+(\\s.*|$)", Pattern.DOTALL);

    private static final List<String> SCHEMES = List.of("image", "attach", "mailto");

    /** Braces that verbatim text would read otherwise, or take for its end. */
    private static final Pattern UNSAFE = Pattern.compile("~[{}]|~$|\\{\\{\\{|\\}\\}\\}");

    private static final Pattern SPECIAL = Pattern.compile("[!-/:-@\\[-`{-~]");

    /** Stands for a picture while a label is written; no text has it. */
    private static final char PICTURE = '\uFDD0';

    private static final String BREAK = "\\\\";

    private final List<Piece> pieces = new ArrayList<>();

    private boolean space = true;

    /** Takes text; white space collapses. */
    void text(String text)
    {
        String clean = collapsed(text);
        if (!clean.isEmpty()) {
            this.pieces.add(new Piece(Kind.TEXT, clean));
        }
    }

    /** Takes code, in which nothing is syntax, within the marks that make it code; white space collapses. */
    void code(String text)
    {
        String clean = collapsed(text);
        if (clean.isBlank()) {
            this.pieces.add(new Piece(Kind.TEXT, clean));
        } else {
            this.pieces.add(new Piece(Kind.CODE, UNSAFE.matcher(clean).find()
                ? SPECIAL.matcher(clean).replaceAll("~$0") : "{{{" + clean + "}}}"));
        }
    }

    /** Takes a picture, as it stands between the brackets. */
    void image(String image)
    {
        this.pieces.add(new Piece(Kind.IMAGE, "[[" + image + "]]"));
        this.space = false;
    }

    private String collapsed(String text)
    {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                if (!this.space) {
                    clean.append(' ');
                    this.space = true;
                }
            } else if (isAllowed(text, i)) {
                clean.append(c);
                this.space = false;
            }
        }
        return clean.toString();
    }

    /** Takes a mark that starts a format. */
    void open(String mark)
    {
        this.pieces.add(new Piece(Kind.OPEN, mark));
    }

    /** Takes the mark that ends a format. */
    void close(String mark)
    {
        this.pieces.add(new Piece(Kind.CLOSE, mark));
    }

    /** A line break within the block. */
    void lineBreak()
    {
        this.pieces.add(new Piece(Kind.BREAK, BREAK));
        this.space = true;
    }

    /** @return a line for the label of a link, to be given to {@link #link} */
    InlineText label()
    {
        InlineText label = new InlineText();
        label.space = this.space;
        return label;
    }

    /**
     * Takes a link. The parser takes the escapes out of a label before it reads the label as wiki text, so what is
     * escaped there is escaped twice.
     */
    void link(InlineText label, String reference)
    {
        List<Piece> before = label.edge(false);
        List<Piece> after = label.edge(true);
        // Pictures in a label stand there as they are.
        List<String> images = new ArrayList<>();
        label.pieces.replaceAll(piece -> {
            if (piece.kind() != Kind.IMAGE) {
                return piece;
            }
            images.add(piece.text());
            return new Piece(Kind.IMAGE, String.valueOf(PICTURE));
        });
        String wiki = label.toWiki(Place.LINE).replaceAll("[~\\[\\]>|=!]", "~$0");
        for (String image : images) {
            wiki = wiki.replaceFirst(String.valueOf(PICTURE), Matcher.quoteReplacement(image));
        }
        this.pieces.addAll(before);
        this.pieces.add(new Piece(Kind.LINK, "[[" + wiki + ">>" + reference + "]]"));
        this.pieces.addAll(after);
        this.space = !after.isEmpty();
    }

    /** Takes a link that shows its address. */
    void link(String reference)
    {
        this.pieces.add(new Piece(Kind.LINK, "[[" + reference + "]]"));
        this.space = false;
    }

    /**
     * @param reference an address
     * @return the same as a link without a label has it
     */
    static String escaped(String reference)
    {
        return reference.replaceAll("[~\\[\\]>|]", "~$0");
    }

    /** @return the text of the line as far as it is nothing but text, else {@code null} */
    String plain()
    {
        boolean only = this.pieces.stream().allMatch(piece -> piece.kind() == Kind.TEXT);
        return only ? this.pieces.stream().map(Piece::text).collect(Collectors.joining()).strip() : null;
    }

    /** @return the space or break with which the line starts or ends, if it does */
    private List<Piece> edge(boolean end)
    {
        List<Piece> edge = new ArrayList<>();
        for (int i = 0; i < this.pieces.size(); i++) {
            Piece piece = this.pieces.get(end ? this.pieces.size() - 1 - i : i);
            if (piece.kind() == Kind.BREAK) {
                return List.of(piece);
            }
            if (end ? piece.endsWithSpace() : piece.startsWithSpace()) {
                edge = List.of(new Piece(Kind.TEXT, " "));
            }
            if (piece.kind().stands() || piece.kind() == Kind.TEXT && !piece.text().isBlank()) {
                break;
            }
        }
        return edge;
    }

    /** @return where the line is now, for {@link #cut(int)} and {@link #isBlankSince(int)} */
    int position()
    {
        return this.pieces.size();
    }

    /** Takes back what came since a position, but white space. */
    void cut(int position)
    {
        List<Piece> tail = this.pieces.subList(position, this.pieces.size());
        boolean blank = tail.stream().anyMatch(piece -> piece.kind() == Kind.TEXT);
        tail.clear();
        if (blank) {
            this.pieces.add(new Piece(Kind.TEXT, " "));
        }
    }

    boolean isBlankSince(int position)
    {
        return this.pieces.subList(position, this.pieces.size()).stream()
            .allMatch(piece -> piece.kind() == Kind.TEXT && piece.text().isBlank());
    }

    /** @return the line in xwiki/2.1, without line feeds */
    String toWiki(Place place)
    {
        arrange();
        StringBuilder wiki = new StringBuilder();
        // The last character written, where it may double the next; NUL where it was escaped.
        char before = 0;
        boolean start = true;
        for (int i = 0; i < this.pieces.size(); i++) {
            Piece piece = this.pieces.get(i);
            if (piece.kind() == Kind.TEXT) {
                char after = i + 1 < this.pieces.size() ? this.pieces.get(i + 1).text().charAt(0) : 0;
                before = write(piece.text(), place, before, after, start, wiki);
                start = false;
            } else {
                start &= piece.kind() == Kind.OPEN;
                wiki.append(piece.text());
                before = piece.text().charAt(piece.text().length() - 1);
            }
        }
        return wiki.toString();
    }

    /**
     * Brings white space out of the formats (a line that starts with <code>** </code> is a list), and away from breaks
     * and from the ends of the line; takes breaks from the ends of the line.
     */
    private void arrange()
    {
        for (int i = this.pieces.size() - 1; i > 0; i--) {
            for (int at = i; at > 0 && this.pieces.get(at).startsWithSpace()
                && this.pieces.get(at - 1).kind() == Kind.OPEN; at--)
            {
                moveSpace(at, at - 1, 0);
            }
        }
        for (int i = 0; i < this.pieces.size() - 1; i++) {
            for (int at = i; at + 1 < this.pieces.size() && this.pieces.get(at).endsWithSpace()
                && this.pieces.get(at + 1).kind() == Kind.CLOSE; at++)
            {
                moveSpace(at, at + 1, 1);
            }
        }
        this.pieces.removeIf(piece -> piece.text().isEmpty());
        trim();
    }

    /** Moves the space of a text to the other side of the mark beside it: swaps them, leaving the rest of the text. */
    private void moveSpace(int text, int mark, int after)
    {
        String whole = this.pieces.get(text).text();
        String rest = after == 0 ? whole.substring(1) : whole.substring(0, whole.length() - 1);
        Piece sign = this.pieces.get(mark);
        if (after == 0) {
            this.pieces.set(mark, new Piece(Kind.TEXT, " "));
            this.pieces.set(text, sign);
            this.pieces.add(text + 1, new Piece(Kind.TEXT, rest));
        } else {
            this.pieces.set(mark, new Piece(Kind.TEXT, " "));
            this.pieces.set(text, sign);
            this.pieces.add(text, new Piece(Kind.TEXT, rest));
        }
    }

    private void trim()
    {
        boolean start = true;
        for (int i = 0; i < this.pieces.size(); i++) {
            Piece piece = this.pieces.get(i);
            if (start && piece.startsWithSpace()) {
                piece = new Piece(Kind.TEXT, piece.text().substring(1));
                this.pieces.set(i, piece);
            }
            start = start && (piece.text().isEmpty() || piece.kind() == Kind.OPEN || piece.kind() == Kind.CLOSE)
                || piece.kind() == Kind.BREAK;
        }
        boolean end = true;
        boolean last = true;
        for (int i = this.pieces.size() - 1; i >= 0; i--) {
            Piece piece = this.pieces.get(i);
            if (end && piece.endsWithSpace()) {
                piece = new Piece(Kind.TEXT, piece.text().substring(0, piece.text().length() - 1));
                this.pieces.set(i, piece);
            } else if (last && piece.kind() == Kind.BREAK) {
                piece = new Piece(Kind.TEXT, "");
                this.pieces.set(i, piece);
            }
            boolean nothing = piece.text().isEmpty() || piece.kind() == Kind.OPEN || piece.kind() == Kind.CLOSE;
            last &= nothing;
            end = end && nothing || piece.kind() == Kind.BREAK;
        }
        this.pieces.removeIf(piece -> piece.text().isEmpty());
        while (!this.pieces.isEmpty() && this.pieces.get(0).kind() == Kind.BREAK) {
            this.pieces.remove(0);
        }
    }

    private static char write(String text, Place place, char first, char after, boolean start,
        StringBuilder wiki)
    {
        char before = first;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean last = i + 1 == text.length();
            if (c == '~' || doubles(c, before, last ? after : 0) || isSpecialIn(place, c) || start && i == 0 && isStart(text)
                || isScheme(c, wiki))
            {
                wiki.append('~').append(c);
                before = 0;
            } else {
                wiki.append(c);
                before = c;
            }
        }
        return before;
    }

    private static boolean doubles(char c, char before, char mark)
    {
        return DOUBLING.indexOf(c) >= 0 && (c == before || c == mark) || c == '%' && before == '('
            || c == '(' && mark == '%' || c == ':' && mark == '/';
    }

    private static boolean isSpecialIn(Place place, char c)
    {
        return place == Place.HEADING && c == '=' || place == Place.CELL && (c == '|' || c == '!' || c == '=');
    }

    /** Also after marks that open: {@code **1. } is a list in a list. */
    private static boolean isStart(String text)
    {
        char c = text.charAt(0);
        return "*#:;>|!=-(.".indexOf(c) >= 0 || c == '1' && NUMBERED.matcher(text).matches();
    }

    private static boolean isScheme(char c, StringBuilder wiki)
    {
        if (c != ':') {
            return false;
        }
        String tail = wiki.substring(Math.max(0, wiki.length() - 6)).toLowerCase(Locale.ROOT);
        return SCHEMES.stream().anyMatch(tail::endsWith);
    }

    /** Control characters, half surrogate pairs and characters that XML does not know would break pages. */
    private static boolean isAllowed(String text, int i)
    {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= ' ' && !(c >= 0x7F && c <= 0x9F) && c < 0xFFFE && c != PICTURE;
    }

    private enum Kind
    {
        TEXT, OPEN, CLOSE, BREAK, LINK, CODE, IMAGE;

        /** @return whether it shows something by itself */
        boolean stands()
        {
            return this == LINK || this == CODE || this == IMAGE;
        }
    }

    private record Piece(Kind kind, String text)
    {
        boolean startsWithSpace()
        {
            return this.kind == Kind.TEXT && this.text.startsWith(" ");
        }

        boolean endsWithSpace()
        {
            return this.kind == Kind.TEXT && this.text.endsWith(" ");
        }
    }
}
