/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Splits texts, drafts and queries into the words of the index; all of them use this analysis. Linear in the length of
 * the text.
 * <p>
 * A word is a run of letters, digits and underscores, which may contain dots and apostrophes ({@code node.js}). It is
 * folded ({@link Folding}) and stemmed ({@link Stems}), without elided articles ({@code l'erreur}) and English
 * possessives. In addition there are its parts between dots, underscores, apostrophes and changes of case, and the
 * parts joined. {@code c++}, {@code c#} and {@code .net} are separate words. Scripts without blanks between words
 * (Chinese, Japanese, Thai, Lao, Khmer, Burmese), and Korean, which attaches particles to words, are split into pairs
 * of characters.
 */
final class Tokenizer
{
    /** The maximum length of a word; longer words are skipped, but not their parts. */
    static final int LONGEST = 100;

    /** The maximum number of parts of one compound; nobody writes more by hand. */
    private static final int MOST_PARTS = 64;

    /** The maximum number of words with dashes in between that are also joined. */
    private static final int MOST_JOINED = 4;

    private static final Set<String> ELISIONS = Set.of("l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu",
        "puisqu", "quoiqu", "quelqu", "presqu", "dell", "nell", "sull", "dall", "all", "coll", "un", "gl", "quest", "quell");

    private final String text;

    private int at;

    private Tokenizer(String text)
    {
        this.text = text;
    }

    /**
     * Reads a text.
     *
     * @param text plain text
     * @param reader receives each compound, in order; returns false to stop
     */
    static void read(String text, Predicate<Compound> reader)
    {
        Tokenizer words = new Tokenizer(text);
        Compound next = words.next();
        while (next != null && (next.isEmpty() || reader.test(next))) {
            next = words.next();
        }
    }

    /**
     * @param text plain text
     * @return all compounds, in order
     */
    static List<Compound> of(String text)
    {
        List<Compound> found = new ArrayList<>();
        read(text, found::add);
        return found;
    }

    private Compound next()
    {
        int before = ' ';
        while (this.at < this.text.length()) {
            int c = this.text.codePointAt(this.at);
            if (Characters.isUnspaced(c)) {
                return pairs();
            }
            if (Characters.isWord(c) || c == '.' && !Characters.isWord(before) && before != '.'
                && isLetterAt(this.at + 1)) {
                return compound(c == '.');
            }
            before = c;
            this.at += Character.charCount(c);
        }
        return null;
    }

    /** Returns pairs of characters; single Chinese and Japanese characters, which can be words, become parts. */
    private Compound pairs()
    {
        int start = this.at;
        int end = start;
        while (end < this.text.length() && Characters.continuesUnspaced(this.text.codePointAt(end))) {
            end += Character.charCount(this.text.codePointAt(end));
        }
        this.at = end;
        int[] characters = Folding.lower(Folding.keepingCase(this.text.substring(start, end))).codePoints().toArray();
        List<String> pairs = new ArrayList<>();
        List<String> singles = new ArrayList<>();
        for (int i = 0; i < characters.length; i++) {
            if (i + 1 < characters.length) {
                pairs.add(new String(characters, i, 2));
            }
            if (Characters.isIdeographOrKana(characters[i])) {
                singles.add(new String(characters, i, 1));
            }
        }
        if (characters.length == 1) {
            pairs.add(new String(characters, 0, 1));
        }
        return new Compound(start, end, true, pairs, List.of(), singles);
    }

    private Compound compound(boolean dotted)
    {
        int start = this.at;
        if (dotted) {
            this.at++;
        }
        Builder builder = new Builder(dotted);
        char joiner = 0;
        do {
            int from = joiner == 0 ? this.at : this.at + 1;
            this.at = endOfRun(from);
            String sign = signAfter(from, this.at);
            builder.run(joiner, Folding.keepingCase(this.text.substring(from, this.at)), sign);
            this.at += sign.length();
            joiner = this.at < this.text.length() ? joiner(this.text.charAt(this.at)) : 0;
        } while (joiner != 0 && this.at + 1 < this.text.length()
            && Characters.isWord(this.text.codePointAt(this.at + 1)));
        return builder.build(start, this.at);
    }

    private int endOfRun(int from)
    {
        int end = from;
        while (end < this.text.length()) {
            int c = this.text.codePointAt(end);
            boolean ignorable = Character.getType(c) == Character.FORMAT && isLetterAt(end + Character.charCount(c));
            if (!Characters.isWord(c) && !Characters.isMark(c) && !ignorable) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /** Returns the signs that belong to the name of a programming language: {@code c++}, {@code c#}. */
    private String signAfter(int from, int end)
    {
        boolean letters = this.text.substring(from, end).codePoints().allMatch(Character::isLetter);
        if (letters && this.text.startsWith("++", end) && !isLetterAt(end + 2) && !this.text.startsWith("+", end + 2)) {
            return "++";
        }
        return letters && end - from <= 2 && this.text.startsWith("#", end) && !isWordAt(end + 1) ? "#" : "";
    }

    private boolean isLetterAt(int index)
    {
        return index < this.text.length() && Character.isLetter(this.text.codePointAt(index));
    }

    private boolean isWordAt(int index)
    {
        return index < this.text.length() && Characters.isWord(this.text.codePointAt(index));
    }

    /** @return the normalised joiner; 0 if the character joins nothing */
    private static char joiner(char c)
    {
        return switch (c) {
            case '.', '/', '-' -> c;
            case '\u2010', '\u2011' -> '-';
            case '\'', '\u2019', '\u02BC', '\uFF07' -> '\'';
            default -> 0;
        };
    }

    /**
     * Words that are written together.
     *
     * @param start the start position in the text
     * @param end the end position, exclusive
     * @param unspaced whether the bases are pairs of characters
     * @param bases the words
     * @param joined the words joined, if they are written apart; Hebrew words without a possible prefix
     * @param parts the parts of the words, if there are any; for pairs, the single characters
     */
    record Compound(int start, int end, boolean unspaced, List<String> bases, List<String> joined, List<String> parts)
    {
        /** @return all words, joined forms and parts; for pairs of characters, the pairs and the characters */
        List<String> all()
        {
            List<String> all = new ArrayList<>(this.bases);
            all.addAll(this.joined);
            all.addAll(this.parts);
            return all;
        }

        /** @return a copy without position, for comparing compounds */
        Compound inNoPlace()
        {
            return new Compound(0, 0, this.unspaced, this.bases, this.joined, this.parts);
        }

        boolean isEmpty()
        {
            return this.bases.isEmpty() && this.joined.isEmpty() && this.parts.isEmpty();
        }
    }

    /** Builds a compound from its runs. */
    private static final class Builder
    {
        private final List<String> bases = new ArrayList<>();

        private final List<String> joined = new ArrayList<>();

        private final List<String> parts = new ArrayList<>();

        private final StringBuilder base = new StringBuilder();

        private final StringBuilder whole = new StringBuilder();

        private final List<String> pieces = new ArrayList<>();

        /** Whether all joiners so far are dashes. */
        private boolean dashes = true;

        private char joiner;

        Builder(boolean dotted)
        {
            this.joiner = dotted ? '.' : 0;
        }

        void run(char before, String run, String sign)
        {
            if (before == '-' || before == '/') {
                endBase();
                this.dashes &= before == '-';
            } else if (before != 0) {
                if (before == '\'' && ELISIONS.contains(Folding.lower(this.base.toString()))) {
                    this.base.setLength(0);
                    this.pieces.clear();
                } else {
                    this.base.append(before);
                }
                this.joiner = before;
            }
            String name = Folding.lower(run);
            if (this.joiner == '.' && "net".equals(name)) {
                // The name of the .NET platform, whatever precedes the dot, rather than the word "net".
                boolean first = this.base.length() == 0;
                this.base.append(first ? "." : "").append(run);
                this.pieces.add(".net");
            } else if (sign.isEmpty()) {
                this.base.append(run);
                addPieces(run);
            } else {
                sign(run, name + sign, sign);
            }
            this.joiner = 0;
        }

        private void sign(String run, String name, String sign)
        {
            this.base.append(run);
            if (name.length() - sign.length() <= 2) {
                this.base.append(sign);
                this.pieces.add(name);
            } else {
                addPieces(run);
                addPart(name);
            }
        }

        private void addPieces(String run)
        {
            int from = 0;
            for (int i = 1; i <= run.length(); i++) {
                boolean end = i == run.length();
                if (end || run.charAt(i) == '_' || run.charAt(i - 1) == '_' || changesCase(run, i)) {
                    String piece = run.substring(from, i);
                    if (!piece.startsWith("_") && this.pieces.size() < MOST_PARTS) {
                        this.pieces.add(piece);
                    }
                    from = i;
                }
            }
        }

        private static boolean changesCase(String run, int i)
        {
            char before = run.charAt(i - 1);
            char here = run.charAt(i);
            if (!Character.isUpperCase(here)) {
                return false;
            }
            boolean lowerAfter = i + 1 < run.length() && Character.isLowerCase(run.charAt(i + 1));
            return Character.isLowerCase(before)
                || lowerAfter && (Character.isUpperCase(before) || Character.isDigit(before));
        }

        private void endBase()
        {
            String word = Folding.lower(this.base.toString());
            if (word.endsWith("'s")) {
                word = word.substring(0, word.length() - 2);
                this.pieces.remove(this.pieces.size() - 1);
            }
            word = Stems.of(word);
            if (word.length() <= LONGEST && word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                this.bases.add(word);
                addWithoutPrefix(word);
            }
            if (this.pieces.size() > 1 || word.length() > LONGEST || !this.pieces.isEmpty() && word.indexOf('_') >= 0) {
                this.pieces.forEach(this::addPart);
                addJoined(String.join("", this.pieces), word);
            }
            this.pieces.forEach(this.whole::append);
            this.pieces.clear();
            this.base.setLength(0);
        }

        private void addPart(String piece)
        {
            String part = Stems.of(Folding.lower(piece));
            boolean significant = part.length() > 1 || part.codePoints().anyMatch(Character::isLetter);
            if (significant && part.length() <= LONGEST && this.parts.size() < MOST_PARTS) {
                this.parts.add(part);
            }
        }

        private void addWithoutPrefix(String word)
        {
            String without = Stems.withoutHebrewPrefix(word);
            if (without != null) {
                this.joined.add(without);
            }
        }

        private void addJoined(String letters, String word)
        {
            String together = Stems.of(Folding.lower(letters));
            if (!together.equals(word) && together.length() <= LONGEST
                && together.codePoints().anyMatch(Character::isLetter)) {
                this.joined.add(together);
            }
        }

        Compound build(int start, int end)
        {
            endBase();
            if (this.dashes && this.bases.size() > 1 && this.bases.size() <= MOST_JOINED) {
                addJoined(this.whole.toString(), "");
            }
            return new Compound(start, end, false, List.copyOf(this.bases), List.copyOf(this.joined),
                List.copyOf(this.parts));
        }
    }
}
