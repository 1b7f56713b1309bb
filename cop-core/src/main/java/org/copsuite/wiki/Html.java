/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Objects;

/**
 * HTML that is safe to print as it is. Only renderers make it; a template prints everything else escaped.
 *
 * @param value a fragment of HTML 5
 */
public record Html(String value)
{
    /** Nothing. */
    public static final Html EMPTY = new Html("");

    /** Checks. */
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
