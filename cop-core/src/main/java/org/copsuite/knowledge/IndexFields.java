/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge;

import java.util.List;

/** The fields of the Solr core {@code cop}; a binding creates them when it creates the core. */
public final class IndexFields
{
    /** The core's name. */
    public static final String CORE = "cop";

    /** Raised when a field changes: an index of another version is thrown away and made again. */
    public static final int VERSION = 1;

    /** Type of an exact string. */
    public static final String STRING = "string";

    /** Type of text in any language: standard tokenizer, lower case, folded to ASCII, English minimal stemming. */
    public static final String TEXT = "cop_text";

    /** Type of a 64-bit number. */
    public static final String LONG = "plong";

    /** Type of a truth value. */
    public static final String BOOLEAN = "boolean";

    private IndexFields()
    {
    }

    /** @return the fields, beside the unique key {@code id} */
    public static List<Field> all()
    {
        return List.of(
            new Field("kind", STRING, false),
            new Field("wiki", STRING, false),
            new Field("question", STRING, false),
            new Field("community", STRING, false),
            new Field("space", STRING, false),
            new Field("page", STRING, false),
            new Field("own_rights", BOOLEAN, false),
            new Field("title", TEXT, false),
            new Field("body", TEXT, false),
            new Field("answers", TEXT, true),
            new Field("tags", STRING, true),
            new Field("author", STRING, false),
            new Field("created", LONG, false),
            new Field("votes", LONG, false),
            new Field("accepted", BOOLEAN, false),
            new Field("position", LONG, false));
    }

    /**
     * A field, stored and indexed.
     *
     * @param name its name
     * @param type one of the types above
     * @param many whether it holds several values
     */
    public record Field(String name, String type, boolean many)
    {
    }
}
