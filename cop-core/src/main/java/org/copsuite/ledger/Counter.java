/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.regex.Pattern;

/**
 * What a capability counts, such as the answers of a person: a constant of the capability that counts.
 *
 * @param name the stored name, unique in the suite and never changed: 1 to 40 lower-case letters and dashes
 */
public record Counter(String name)
{
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,39}");

    /** Checks the name. */
    public Counter
    {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A counter cannot be named [" + name + "].");
        }
    }
}
