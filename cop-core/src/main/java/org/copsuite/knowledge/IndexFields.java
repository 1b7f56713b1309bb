/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge;

import java.util.List;

/** The fields of the Solr core {@code cop}; a binding creates them when it creates the core. */
public final class IndexFields
{
    /** The core's name. */
    public static final String CORE = "cop";

    /** Raised when a field changes: an index of another version is thrown away and made again. */
    public static final int VERSION = 2;

    /** Type of an exact string. */
    public static final String STRING = "string";

    /** Type of text: standard tokenizer, lower case, folded to ASCII, English possessives and plurals removed. */
    public static final String TEXT = "cop_text";

    /** Type of a 64-bit number. */
    public static final String LONG = "plong";

    /** Type of a truth value. */
    public static final String BOOLEAN = "boolean";

    /** The fields that snippets are cut from. */
    public static final List<String> SNIPPETS = List.of("body", "answers");

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
            new Field("body", TEXT, false, true),
            new Field("answers", TEXT, true, true),
            new Field("tags", STRING, true, true),
            new Field("tag_words", TEXT, true, false),
            new Field("text", TEXT, true, false),
            new Field("evidence", TEXT, true, false),
            new Field("author", STRING, false, true),
            new Field("created", LONG, false, true),
            new Field("accepted", BOOLEAN, false, true),
            new Field("position", LONG, false, true));
    }

    /**
     * A field, indexed; strings, numbers and truth values also with doc values.
     *
     * @param name its name
     * @param type one of the types above
     * @param many whether it holds several values
     * @param stored whether its value can be read back
     */
    public record Field(String name, String type, boolean many, boolean stored)
    {
        /** @return whether it says where in the text each word stands: snippets are cut from such fields */
        public boolean offsets()
        {
            return SNIPPETS.contains(this.name);
        }
    }
}
