/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import org.copsuite.test.QuickKeys;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Digests of passwords, and keys, that are made fast: what takes long by design would be a good part of the tests' time.
 * Registered for all test classes by META-INF/services, here and wherever the tests of this module are on the class path.
 */
public final class QuickStart implements BeforeAllCallback
{
    private static final int ITERATIONS = 1000;

    @Override
    public void beforeAll(ExtensionContext context)
    {
        use();
    }

    /** From here on, in this process. */
    public static void use()
    {
        Passwords.setIterations(ITERATIONS);
        QuickKeys.use();
    }

    /** Until the next test class digests of passwords are those of any wiki. */
    static void slowPasswords()
    {
        Passwords.setIterations(Passwords.ITERATIONS);
    }
}
