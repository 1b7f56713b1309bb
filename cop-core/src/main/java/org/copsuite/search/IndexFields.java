/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.util.List;
import java.util.Map;

/**
 * The fields of the Solr core {@code cop}, and their types; a binding creates them when it creates the core. The types
 * use only what every Solr has without files or modules of its own.
 * <p>
 * Fields that are searched hold words that the suite has cut and folded, separated by blanks, so that texts, drafts and
 * queries are analysed by the same code whatever Solr there is. Fields that are shown, and in which quoted words are
 * looked for, hold the text.
 */
public final class IndexFields
{
    /** The core's name. */
    public static final String CORE = "cop";

    /** Raised when a field changes: an index of another version is thrown away and made again. */
    public static final int VERSION = 5;

    /** Type of an exact string. */
    public static final String STRING = "string";

    /** Type of text: standard tokenizer, lower case, folded to ASCII, English possessives and plurals removed. */
    public static final String TEXT = "cop_text";

    /**
     * Type of counted words: each stands once, with its frequency after a bar. The frequency is already divided by the
     * length of the text, in parts of {@value #UNIT}: no score depends on the average length in the index.
     */
    public static final String WORDS = "cop_words";

    /** Type of words that are there or not. */
    public static final String SET = "cop_set";

    /** Type of a 64-bit number. */
    public static final String LONG = "plong";

    /** Type of a truth value. */
    public static final String BOOLEAN = "boolean";

    /** What a frequency of one is in a text of average length. */
    public static final int UNIT = 16;

    /** BM25's saturation of frequencies. */
    public static final double SATURATION = 1.2;

    /** The field that snippets are cut from: the start of a thread, between the posts {@code U+001F}. */
    public static final String EXCERPT = "excerpt";

    private static final String FALSE = "false";

    private static final String TRUE = "true";

    private static final String WHITESPACE = "whitespace";

    private static final String OMIT_NORMS = "omitNorms";

    private IndexFields()
    {
    }

    /** @return the fields, beside the unique key {@code id} (a stored string) */
    public static List<Field> all()
    {
        return List.of(
            new Field("kind", STRING, false, true),
            new Field("wiki", STRING, false, true),
            new Field("question", STRING, false, true),
            new Field("community", STRING, false, true),
            new Field("space", STRING, false, true),
            new Field("own_rights", BOOLEAN, false, true),
            new Field("title", TEXT, false, true),
            new Field("question_text", TEXT, false, false),
            new Field("answer_texts", TEXT, true, false),
            new Field(EXCERPT, TEXT, false, true),
            new Field("tags", STRING, true, true),
            new Field("title_words", WORDS, false, false),
            new Field("thread_words", WORDS, false, false),
            new Field("answer_words", WORDS, false, false),
            new Field("tag_set", SET, false, false),
            new Field("more", SET, false, false),
            new Field("common", SET, false, false),
            new Field("common_title", SET, false, false),
            new Field("author", STRING, false, true),
            new Field("created", LONG, false, true),
            new Field("accepted", BOOLEAN, false, true),
            new Field("position", LONG, false, true));
    }

    /** @return the types of text; all others every core of XWiki has */
    public static List<Type> types()
    {
        return List.of(
            new Type(TEXT, Map.of("positionIncrementGap", "100"), "standard",
                List.of("lowercase", "asciiFolding", "englishPossessive", "englishMinimalStem"), Map.of()),
            new Type(WORDS, Map.of(OMIT_NORMS, TRUE, "omitPositions", TRUE, "omitTermFreqAndPositions", FALSE),
                WHITESPACE, List.of("delimitedTermFrequency"),
                Map.of("k1", (float) (SATURATION * UNIT), "b", 0f)),
            new Type(SET, Map.of(OMIT_NORMS, TRUE, "omitTermFreqAndPositions", TRUE), WHITESPACE, List.of(), Map.of()));
    }

    /**
     * A field; strings, numbers and truth values also with doc values.
     *
     * @param name its name
     * @param type one of the types above
     * @param many whether it holds several values
     * @param stored whether its value can be read back
     */
    public record Field(String name, String type, boolean many, boolean stored)
    {
        /** @return whether it can be searched: all can but the one that snippets are cut from */
        public boolean indexed()
        {
            return !EXCERPT.equals(this.name);
        }
    }

    /**
     * A type of text.
     *
     * @param name its name
     * @param attributes its attributes beside name and class
     * @param tokenizer the name of its tokenizer
     * @param filters the names of its filters, in order
     * @param bm25 the parameters of its similarity, empty for Solr's own
     */
    public record Type(String name, Map<String, String> attributes, String tokenizer, List<String> filters,
        Map<String, Float> bm25)
    {
        /** Copies. */
        public Type
        {
            attributes = Map.copyOf(attributes);
            filters = List.copyOf(filters);
            bm25 = Map.copyOf(bm25);
        }
    }
}
