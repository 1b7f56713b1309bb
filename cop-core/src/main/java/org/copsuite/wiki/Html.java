/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Objects;

/**
 * HTML that is safe to print unescaped. Only renderers create it; templates escape everything else.
 *
 * @param value a fragment of HTML 5
 */
public record Html(String value)
{
    /** Empty HTML. */
    public static final Html EMPTY = new Html("");

    /** Validates that there is a value. */
    public Html
    {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString()
    {
        return this.value;
    }
}
