/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.copsuite.PlainText;
import org.copsuite.syntax.MacroCatalog.Content;
import org.copsuite.syntax.SourceText.Kind;
import org.copsuite.syntax.SourceText.Remark;

/** Copies a text and applies the corrections of {@link SourceText}. */
final class SourceWriter
{
    /** The maximum length of a template tag in characters. */
    private static final int TAG = 500;

    /**
     * The maximum nesting depth of macros; deeper macros are copied unchanged, because the parser rejects them anyway.
     */
    private static final int DEPTH = 80;

    /** The maximum length of a macro name in a remark; longer names are shortened. */
    private static final int NAME = 60;

    private static final String MARKS = "*/_-#^,";

    private static final String LINE_STARTS = "*1#:;=|!>({-";

    private static final int LONGEST_NAME = 6;

    private static final int LONGEST_TARGET = 500;

    /**
     * The maximum number of words before a colon that are checked for a picture, file or mail address; all later ones
     * are text.
     */
    private static final int WORDS = 1_000;

    private static final Pattern PARAMETERS =
        Pattern.compile("(?:\\s+[\\p{L}\\d._-]{1,80}\\s*=\\s*(?:\"[^\"]{0,500}\"|'[^']{0,500}'|[^\\s\"'{}]{1,200})){0,20}\\s*");

    private static final Pattern NAMED = Pattern.compile("(?:image|attach|mailto)$");

    private final String text;

    private final MacroCatalog macros;

    private final Map<String, Content> known;

    private final Set<Remark> remarks;

    /** Whether the text is the label of a link, in which an address is text. */
    private final boolean label;

    private final MacroTags tags;

    private final Enclosures enclosures;

    private final StringBuilder out;

    private final Set<String> open = new HashSet<>();

    /** The position since which the text is copied unchanged. */
    private int copied;

    /** The number of words before a colon that turned out to be text. */
    private int words;

    SourceWriter(String text, MacroCatalog macros)
    {
        this(text, macros, new HashMap<>(), new LinkedHashSet<>(), false);
    }

    private SourceWriter(String text, MacroCatalog macros, Map<String, Content> known, Set<Remark> remarks, boolean label)
    {
        this.text = text;
        this.macros = macros;
        this.known = known;
        this.remarks = remarks;
        this.label = label;
        this.tags = new MacroTags(text);
        this.enclosures = new Enclosures(text);
        this.out = new StringBuilder(text.length() + 64);
    }

    String write()
    {
        range(0, this.text.length(), 0);
        return this.out.toString();
    }

    Set<Remark> remarks()
    {
        return Collections.unmodifiableSet(this.remarks);
    }

    private void range(int from, int to, int depth)
    {
        this.copied = from;
        int i = from;
        while (i < to) {
            int next = element(i, to, depth);
            if (next > i) {
                i = next;
                this.copied = i;
            } else {
                i = character(i, to);
            }
        }
    }

    /** @return the position after the written element; {@code i} if nothing was written */
    private int element(int i, int to, int depth)
    {
        return switch (this.text.charAt(i)) {
            case '~' -> escape(i, to);
            case '{' -> this.text.startsWith("{{", i) && i + 2 < to ? braces(i, to, depth) : i;
            case '(' -> this.text.startsWith("(%", i) ? parameters(i, to) : i;
            case '[' -> this.text.startsWith("[[", i) ? link(i, to) : i;
            case ':' -> colon(i, to);
            default -> i;
        };
    }

    /** Copies a character, and records the format that it opens or closes. */
    private int character(int i, int to)
    {
        char c = this.text.charAt(i);
        this.out.append(c);
        if (MARKS.indexOf(c) >= 0 && i + 1 < to && this.text.charAt(i + 1) == c) {
            String mark = this.text.substring(i, i + 2);
            if (!this.open.remove(mark)) {
                this.open.add(mark);
            }
            this.out.append(c);
            return i + 2;
        }
        if (c == '\n' && (i + 1 == to || this.text.charAt(i + 1) == '\n'
            || LINE_STARTS.indexOf(this.text.charAt(i + 1)) >= 0) || c == '|')
        {
            this.open.clear();
        }
        return i + 1;
    }

    private int escape(int i, int to)
    {
        Matcher address = Enclosures.ADDRESS.matcher(this.text).region(Math.min(to, i + 1), to);
        if (address.lookingAt()) {
            int end = Addresses.end(this.text, address.end(), to, this.open);
            literally(i + 1, end);
            return end;
        }
        int end = Math.min(to, i + 2);
        this.out.append(this.text, i, end);
        return end;
    }

    private int braces(int i, int to, int depth)
    {
        if (this.text.startsWith("{{{", i)) {
            int end = this.enclosures.verbatimEnd(i);
            if (end > 0 && end <= to) {
                this.out.append(this.text, i, end);
                return end;
            }
            literally(i, i + 3);
            return i + 3;
        }
        MacroTags.Tag tag = this.tags.startAt(i);
        if (tag != null && tag.end() <= to) {
            return macro(tag, i, to, depth);
        }
        int end = this.enclosures.templateEnd(i, Math.min(to, i + TAG));
        literally(i, end);
        return end;
    }

    private int macro(MacroTags.Tag tag, int i, int to, int depth)
    {
        Content content = content(tag, i);
        boolean closed = tag.close() != null && tag.close().end() <= to
            && (content != Content.UNKNOWN || isMacro(tag, i));
        boolean missing = content == Content.UNKNOWN;
        if (missing || !closed && !tag.empty()) {
            remark(tag.name(), !missing ? Kind.UNCLOSED : closed && !tag.empty() ? Kind.CONTENT : Kind.TEXT);
        }
        if (tag.empty() && !missing) {
            this.out.append(this.text, i, tag.end());
            return tag.end();
        }
        if (tag.empty() || !closed) {
            literally(i, tag.end());
            return tag.end();
        }
        if (content == Content.VERBATIM || depth >= DEPTH) {
            this.out.append(this.text, i, tag.close().end());
        } else if (content == Content.WIKI) {
            this.out.append(this.text, i, tag.end());
            range(tag.end(), tag.close().start(), depth + 1);
            this.out.append(this.text, tag.close().start(), tag.close().end());
        } else {
            contentOf(tag, i, depth);
        }
        return tag.close().end();
    }

    /** Returns whether an unknown macro has content to show, and hides nothing but parameters. */
    private boolean isMacro(MacroTags.Tag tag, int i)
    {
        return !this.text.substring(tag.end(), tag.close().start()).isBlank()
            && PARAMETERS.matcher(this.text.substring(i + 2 + tag.name().length(), tag.end() - 2)).matches();
    }

    private Content content(MacroTags.Tag tag, int i)
    {
        Content content = this.known.computeIfAbsent(tag.name(), this.macros::content);
        boolean other = content == Content.WIKI && this.text.substring(i, tag.end()).contains("syntax");
        return other ? Content.VERBATIM : content;
    }

    /**
     * Writes the content of a macro that does not exist; groups several lines, so that they do not break the
     * surrounding line.
     */
    private void contentOf(MacroTags.Tag tag, int i, int depth)
    {
        boolean alone = i == 0 || this.text.charAt(i - 1) == '\n';
        boolean group = !alone && this.text.substring(tag.end(), tag.close().start()).strip().indexOf('\n') >= 0;
        this.out.append(group ? "(((" : "");
        range(tag.end(), tag.close().start(), depth + 1);
        this.out.append(group ? ")))" : "");
    }

    private void remark(String macro, Kind kind)
    {
        if (this.remarks.size() < SourceText.TOLD) {
            this.remarks.add(new Remark(PlainText.cut(macro, NAME), kind));
        }
    }

    private int parameters(int i, int to)
    {
        int end = this.enclosures.parametersEnd(i, to);
        if (end < 0) {
            return i;
        }
        this.out.append(this.text, i, end);
        return end;
    }

    private int link(int i, int to)
    {
        int end = this.enclosures.linkEnd(i);
        if (end < 0 || end > to) {
            literally(i, i + 2);
            return i + 2;
        }
        String inside = this.text.substring(i + 2, end - 2);
        int arrow = LinkLabel.end(inside);
        String label = arrow < 0 ? null : LinkLabel.read(inside.substring(0, arrow));
        String better = label == null ? null
            : new SourceWriter(label, this.macros, this.known, this.remarks, true).write();
        if (better == null || better.equals(label)) {
            this.out.append(this.text, i, end);
        } else {
            this.out.append("[[").append(LinkLabel.write(better)).append(inside, arrow, inside.length()).append("]]");
        }
        return end;
    }

    private int colon(int i, int to)
    {
        boolean slashes = this.text.startsWith("//", i + 1) && i + 3 <= to;
        if (!slashes) {
            return named(i, to);
        }
        int start = Addresses.scheme(this.text, this.copied, i);
        if (start < 0) {
            literally(i, i + 3);
            return i + 3;
        }
        return address(start, i, to);
    }

    private int address(int start, int i, int to)
    {
        int end = Addresses.end(this.text, i + 3, to, this.open);
        this.out.setLength(this.out.length() - (i - start));
        if (this.label || end == i + 3 || !Addresses.isLinked(this.text, start, i)) {
            literally(start, end);
        } else {
            reference(this.text.substring(start, end), start);
        }
        return end;
    }

    /** Writes {@code image:}, {@code attach:} or {@code mailto:}, which the syntax recognises before any word. */
    private int named(int i, int to)
    {
        Matcher matcher = NAMED.matcher(this.text).region(Math.max(this.copied, i - LONGEST_NAME), i);
        if (!matcher.find() || matcher.start() > this.copied
            && Character.isLetterOrDigit(this.text.charAt(matcher.start() - 1)))
        {
            return i;
        }
        String name = matcher.group();
        if (this.words > WORDS) {
            this.out.append("~:");
            return i + 1;
        }
        int end = Addresses.end(this.text, i + 1, Math.min(to, i + LONGEST_TARGET), this.open);
        String target = this.text.substring(i + 1, end);
        if (this.label || !Addresses.isTarget(name, target)) {
            this.words++;
            this.out.append("~:");
            return i + 1;
        }
        this.out.setLength(this.out.length() - name.length());
        reference(name + ':' + target, matcher.start());
        return end;
    }

    private void reference(String address, int start)
    {
        if (start > this.copied && this.text.charAt(start - 1) == '[') {
            this.out.insert(this.out.length() - 1, '~');
        }
        this.out.append("[[").append(LinkLabel.write(address)).append("]]");
    }

    /** Writes a part of the text as literal text, with all syntax characters escaped. */
    private void literally(int from, int to)
    {
        for (int i = from; i < to; i++) {
            char c = this.text.charAt(i);
            boolean mark = c > ' ' && c < 0x7f && !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
            if (mark) {
                this.out.append('~');
            }
            this.out.append(c);
        }
    }
}
