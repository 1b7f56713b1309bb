/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Objects;

/**
 * Id of a wiki, for example {@code xwiki}. A farm has several wikis, which share the suite's tables.
 *
 * @param value 1 to {@value #LONGEST} characters
 */
public record WikiId(String value)
{
    /** Maximum length of an id, in characters. */
    public static final int LONGEST = 255;

    /** Validates the length. */
    public WikiId
    {
        Objects.requireNonNull(value, "value");
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("A wiki's id must have 1 to " + LONGEST + " characters.");
        }
    }

    @Override
    public String toString()
    {
        return this.value;
    }
}
