/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of xwiki/2.1, composed of text, which can never become syntax, and of marks, which are syntax.
 * <p>
 * The syntax depends on doubled characters ({@code **}, <code>{{</code>, {@code [[}) and on the beginning of a line. So
 * a character of the text is escaped if the character before it or a mark beside it would double it, and at the
 * beginning of a line, in a heading or in a cell if it has a meaning there. All other text is written as it is, so that
 * people can edit it.
 */
final class InlineText
{
    /** Context of the line, which decides which further characters are special. */
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

    /** Braces that verbatim text would interpret or treat as its end. */
    private static final Pattern UNSAFE = Pattern.compile("~[{}]|~$|\\{\\{\\{|\\}\\}\\}");

    private static final Pattern SPECIAL = Pattern.compile("[!-/:-@\\[-`{-~]");

    /** Placeholder for an image while a label is written. No text contains it. */
    private static final char PICTURE = '\uFDD0';

    private static final String BREAK = "\\\\";

    private final List<Piece> pieces = new ArrayList<>();

    private boolean space = true;

    /** Appends text. White space collapses. */
    void text(String text)
    {
        String clean = collapsed(text);
        if (!clean.isEmpty()) {
            this.pieces.add(new Piece(Kind.TEXT, clean));
        }
    }

    /** Appends code, in which nothing is syntax, between the marks that format code. White space collapses. */
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

    /**
     * Appends an image.
     *
     * @param image the text between the brackets
     */
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

    /** Appends a mark that starts a format. */
    void open(String mark)
    {
        this.pieces.add(new Piece(Kind.OPEN, mark));
    }

    /** Appends the mark that ends a format. */
    void close(String mark)
    {
        this.pieces.add(new Piece(Kind.CLOSE, mark));
    }

    /** Appends a line break within the block. */
    void lineBreak()
    {
        this.pieces.add(new Piece(Kind.BREAK, BREAK));
        this.space = true;
    }

    /** @return a new line for the label of a link, to pass to {@link #link(InlineText, String)} */
    InlineText label()
    {
        InlineText label = new InlineText();
        label.space = this.space;
        return label;
    }

    /**
     * Appends a link. The parser removes the escapes of a label before it parses the label as wiki text, so special
     * characters in a label are escaped twice.
     */
    void link(InlineText label, String reference)
    {
        List<Piece> before = label.edge(false);
        List<Piece> after = label.edge(true);
        // Images in a label are not escaped.
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

    /** Appends a link that shows its URL. */
    void link(String reference)
    {
        this.pieces.add(new Piece(Kind.LINK, "[[" + reference + "]]"));
        this.space = false;
    }

    /**
     * @param reference a URL
     * @return the URL, escaped for a link without a label
     */
    static String escaped(String reference)
    {
        return reference.replaceAll("[~\\[\\]>|]", "~$0");
    }

    /** @return the text of the line if it consists only of text, otherwise {@code null} */
    String plain()
    {
        boolean only = this.pieces.stream().allMatch(piece -> piece.kind() == Kind.TEXT);
        return only ? this.pieces.stream().map(Piece::text).collect(Collectors.joining()).strip() : null;
    }

    /** @return the space or break at the start or the end of the line, empty if there is none */
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
            if (piece.kind().isVisible() || piece.kind() == Kind.TEXT && !piece.text().isBlank()) {
                break;
            }
        }
        return edge;
    }

    /** @return the current position in the line, for {@link #cut(int)} and {@link #isBlankSince(int)} */
    int position()
    {
        return this.pieces.size();
    }

    /** Removes everything after a position. If that contains text, a space remains. */
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
        // The last character, which could double the next one; NUL if it was escaped.
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
     * Moves white space out of formats (a line that starts with <code>** </code> is a list), and removes it beside
     * breaks and at both ends of the line. Removes breaks at both ends of the line.
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

    /**
     * Moves the space of a text to the other side of the adjacent mark: swaps the two and leaves the rest of the text.
     */
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

    /**
     * Returns whether the text would be syntax at the start of a line. This also applies after opening marks:
     * {@code **1. } is a list in a list.
     */
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

    /**
     * Returns whether pages can contain the character: control characters, unpaired surrogates and characters that XML
     * forbids would break them.
     */
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

        /** @return whether the piece is visible by itself */
        boolean isVisible()
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
