/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Objects;

/**
 * Id of a group of accounts.
 *
 * @param value opaque to the suite, at most 255 characters
 */
public record GroupId(String value)
{
    /** Validates the length. */
    public GroupId
    {
        Objects.requireNonNull(value, "value");
        if (value.isBlank() || value.length() > 255) {
            throw new IllegalArgumentException("A group's id must have 1 to 255 characters.");
        }
    }

    @Override
    public String toString()
    {
        return this.value;
    }
}
