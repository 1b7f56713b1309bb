/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

/** The arguments of a command are invalid. */
class UsageException extends Exception
{
    private static final long serialVersionUID = 1L;

    /** @param sentence the reason, for the person at the terminal */
    UsageException(String sentence)
    {
        super(sentence);
    }
}
