/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the start and the end of an unmarked address in a text. Closing punctuation, and unpaired brackets and
 * quotation marks, belong to the surrounding sentence.
 */
public final class Addresses
{
    /** The maximum length of an address in characters; browsers do not open longer ones. */
    static final int LONGEST = 4_000;

    private static final int DEPTH = 16;

    /** The schemes of addresses with {@code //} that become links. Other addresses remain text. */
    private static final Set<String> LINKED =
        Set.of("http", "https", "ftp", "ftps", "git", "ssh", "irc", "ircs", "xmpp");

    private static final String PUNCTUATION = ".,;:!?'*~\u2026";

    private static final String NEVER = "<>\"\\^`{}|\u007f";

    private static final Pattern PICTURE =
        Pattern.compile("https?://.+|.+\\.(?:png|jpe?g|jfif|gif|svg|webp|avif|bmp|ico|tiff?)", Pattern.CASE_INSENSITIVE);

    private static final Pattern FILE = Pattern.compile(".+\\.[\\p{L}\\d]{1,10}");

    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private Addresses()
    {
    }

    /**
     * @param text a text
     * @param from the start of the search
     * @param colon the position of a colon before two slashes
     * @return the start of the scheme before the colon; -1 if there is none
     */
    static int scheme(String text, int from, int colon)
    {
        int start = colon;
        while (start > from && isSchemePart(text.charAt(start - 1))) {
            start--;
        }
        while (start < colon && !isLetter(text.charAt(start))) {
            start++;
        }
        return start == colon ? -1 : start;
    }

    /**
     * @param text a text
     * @param start the start of an address
     * @param colon the end of its scheme
     * @return whether the address becomes a link
     */
    static boolean isLinked(String text, int start, int colon)
    {
        return LINKED.contains(text.substring(start, colon).toLowerCase(Locale.ROOT));
    }

    /**
     * @param name the name before a colon: {@code image}, {@code attach} or {@code mailto}
     * @param target the text after the colon
     * @return whether the target is a picture, a file or a mail address respectively
     */
    static boolean isTarget(String name, String target)
    {
        return switch (name) {
            case "image" -> PICTURE.matcher(target).matches();
            case "attach" -> FILE.matcher(target).matches();
            default -> MAIL.matcher(target).matches();
        };
    }

    /**
     * @param text a text
     * @param from the position after the scheme and its slashes
     * @param limit the end of the text
     * @param marks the marks of the formats that are open here, such as {@code **}
     * @return the position after the address; {@code from} if there is no address
     */
    public static int end(String text, int from, int limit, Set<String> marks)
    {
        Deque<Integer> open = new ArrayDeque<>();
        int last = Math.min(limit, from + LONGEST);
        int i = from;
        while (i < last && open.size() <= DEPTH && belongs(text, i, from, limit) && !closesFormat(text, i, limit, marks)) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                open.push(i);
            } else if (c == ')' || c == ']') {
                if (open.isEmpty() || text.charAt(open.peek()) != (c == ')' ? '(' : '[')) {
                    break;
                }
                open.pop();
            }
            i += Character.charCount(text.codePointAt(i));
        }
        int end = open.isEmpty() ? Math.min(i, limit) : open.peekLast();
        while (end > from && PUNCTUATION.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean belongs(String text, int i, int from, int limit)
    {
        int c = text.codePointAt(i);
        if (c <= 0x7F) {
            return c > ' ' && NEVER.indexOf(c) < 0;
        }
        return switch (Character.getType(c)) {
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION,
                Character.START_PUNCTUATION, Character.END_PUNCTUATION ->
                (c == 0xB7 || c == 0x2019) && isBetweenLetters(text, i, from, limit);
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
                Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            default -> true;
        };
    }

    private static boolean isBetweenLetters(String text, int i, int from, int limit)
    {
        return i > from && i + 1 < limit && Character.isLetter(text.charAt(i - 1))
            && Character.isLetter(text.charAt(i + 1));
    }

    /** Returns whether a mark ends an open format: only if no word follows directly. */
    private static boolean closesFormat(String text, int i, int limit, Set<String> marks)
    {
        if (marks.isEmpty() || i + 2 > limit || !marks.contains(text.substring(i, i + 2))) {
            return false;
        }
        return i + 2 >= limit || !Character.isLetterOrDigit(text.codePointAt(i + 2)) && text.charAt(i + 2) != '/';
    }

    private static boolean isSchemePart(char c)
    {
        return isLetter(c) || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
    }

    private static boolean isLetter(char c)
    {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
