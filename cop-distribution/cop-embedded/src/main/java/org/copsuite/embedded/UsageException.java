/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

/** The command line asks for something that there is not. */
class UsageException extends Exception
{
    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong with it */
    UsageException(String sentence)
    {
        super(sentence);
    }
}
