/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

/**
 * Names a kind of act. Each capability declares its own as constants.
 *
 * @param name lower-case letters and dashes, at most 40 characters
 */
public record ActType(String name)
{
    /** Reverses an earlier entry, which {@link EntryDraft#reverses()} names. */
    public static final ActType REVERSED = new ActType("undone");

    /** Validates the name. */
    public ActType
    {
        if (!name.matches("[a-z][a-z-]{0,39}")) {
            throw new IllegalArgumentException("Invalid name of an act type: " + name);
        }
    }

    @Override
    public String toString()
    {
        return this.name;
    }
}
