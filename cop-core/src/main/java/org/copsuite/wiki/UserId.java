/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Objects;

/**
 * Names who acts: an account of the wiki, an imported person (see {@code org.copsuite.person}), the guest, or the
 * suite's own service account. The value is opaque to the suite; the binding gives and understands it.
 *
 * @param value at most {@value #LONGEST} characters; the empty string is the guest
 */
public record UserId(String value)
{
    /** The most characters of an id. */
    public static final int LONGEST = 255;

    /** Somebody who has not signed in. */
    public static final UserId GUEST = new UserId("");

    /** Values that start so are imported people: they have a name and a profile and can never sign in. */
    public static final String IMPORTED = "imported:";

    /** Checks. */
    public UserId
    {
        Objects.requireNonNull(value, "value");
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("A user's id has at most " + LONGEST + " characters.");
        }
    }

    /** @return whether nobody has signed in */
    public boolean isGuest()
    {
        return this.value.isEmpty();
    }

    /** @return whether this is an imported person, not an account */
    public boolean isImported()
    {
        return this.value.startsWith(IMPORTED);
    }

    @Override
    public String toString()
    {
        return this.value;
    }
}
