/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

/**
 * The name of something people do. Each capability declares its own as constants.
 *
 * @param name lower case letters and dashes, at most 40 characters
 */
public record ActType(String name)
{
    /** Takes back an earlier row, named by {@link EntryDraft#reverses()}. */
    public static final ActType REVERSED = new ActType("undone");

    /** Checks. */
    public ActType
    {
        if (!name.matches("[a-z][a-z-]{0,39}")) {
            throw new IllegalArgumentException("No name of an act: " + name);
        }
    }

    @Override
    public String toString()
    {
        return this.name;
    }
}
