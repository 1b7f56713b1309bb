/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

/** Digests of passwords that are made fast. What takes long by design would be a good part of the tests' time. */
public final class QuickPasswords
{
    private static final int ITERATIONS = 1000;

    private QuickPasswords()
    {
    }

    /** From here on, in this process. */
    public static void use()
    {
        Passwords.setIterations(ITERATIONS);
    }

    /** From here on digests are those of any wiki. */
    static void useNot()
    {
        Passwords.setIterations(Passwords.ITERATIONS);
    }
}
