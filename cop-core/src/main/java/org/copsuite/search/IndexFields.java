/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.util.List;
import java.util.Map;

/**
 * The fields of the Solr core {@code cop} and their types; a binding creates them with the core. The types use only
 * factories that every Solr has without extra files or modules.
 * <p>
 * Searched fields hold words that the suite has tokenised and folded, separated by blanks: the same code analyses
 * texts, drafts and queries, whatever Solr runs. Displayed fields, and fields in which phrases are searched, hold the
 * text.
 */
public final class IndexFields
{
    /** The name of the core. */
    public static final String CORE = "cop";

    /**
     * The version of the fields. Increase it when a field changes or a source is added: an index of another version is
     * discarded and rebuilt.
     */
    public static final int VERSION = 8;

    /** The type of an exact string. */
    public static final String STRING = "string";

    /** The type of text: standard tokenizer, lower case, folded to ASCII, English possessives and plurals removed. */
    public static final String TEXT = "cop_text";

    /**
     * The type of counted words: each word occurs once, followed by a bar and its frequency. The frequency is already
     * divided by the length of the text, in parts of {@value #UNIT}, so that no score depends on the average length in
     * the index.
     */
    public static final String WORDS = "cop_words";

    /** The type of words that are either present or absent, without frequency. */
    public static final String SET = "cop_set";

    /** The type of a 64-bit number. */
    public static final String LONG = "plong";

    /** The type of a boolean. */
    public static final String BOOLEAN = "boolean";

    /** The stored frequency of a word that occurs once in a text of average length. */
    public static final int UNIT = 16;

    /** The saturation of term frequencies in BM25 (k1). */
    public static final double SATURATION = 1.2;

    /** The field from which snippets are cut: the start of a text and its parts, separated by {@code U+001F}. */
    public static final String EXCERPT = "excerpt";

    private static final String FALSE = "false";

    private static final String TRUE = "true";

    private static final String WHITESPACE = "whitespace";

    private static final String OMIT_NORMS = "omitNorms";

    private IndexFields()
    {
    }

    /** @return the fields, except the unique key {@code id} (a stored string) */
    public static List<Field> all()
    {
        return List.of(
            new Field("kind", STRING, false, true),
            new Field("wiki", STRING, false, true),
            new Field("item", STRING, false, true),
            new Field("community", STRING, false, true),
            new Field("space", STRING, false, true),
            new Field("own_rights", BOOLEAN, false, true),
            new Field("title", TEXT, false, true),
            new Field("body", TEXT, false, false),
            new Field("part_texts", TEXT, true, false),
            new Field(EXCERPT, TEXT, false, true),
            new Field("tags", STRING, true, true),
            new Field("title_words", WORDS, false, false),
            new Field("text_words", WORDS, false, false),
            new Field("part_words", WORDS, false, false),
            new Field("tag_set", SET, false, false),
            new Field("more", SET, false, false),
            new Field("starts", SET, false, false),
            new Field("common", SET, false, false),
            new Field("common_title", SET, false, false),
            new Field("author", STRING, false, true),
            new Field("created", LONG, false, true),
            new Field("accepted", BOOLEAN, false, true),
            new Field("sources", STRING, true, true),
            new Field("position", LONG, false, true));
    }

    /** @return the types of text; every core of XWiki has the other types */
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
     * A field. Strings, numbers and booleans also have doc values.
     *
     * @param name the name
     * @param type one of the types above
     * @param many whether the field holds several values
     * @param stored whether the value can be read back
     */
    public record Field(String name, String type, boolean many, boolean stored)
    {
        /** @return whether the field can be searched: true for all fields except {@link #EXCERPT} */
        public boolean indexed()
        {
            return !EXCERPT.equals(this.name);
        }
    }

    /**
     * A type of text.
     *
     * @param name the name
     * @param attributes the attributes besides name and class
     * @param tokenizer the name of the tokenizer
     * @param filters the names of the filters, in order
     * @param bm25 the parameters of the BM25 similarity; empty for Solr's default similarity
     */
    public record Type(String name, Map<String, String> attributes, String tokenizer, List<String> filters,
        Map<String, Float> bm25)
    {
        /** Copies the collections. */
        public Type
        {
            attributes = Map.copyOf(attributes);
            filters = List.copyOf(filters);
            bm25 = Map.copyOf(bm25);
        }
    }
}
