/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

/** The wiki cannot start, for a reason that one sentence tells to the person at the terminal. */
public class StartException extends Exception
{
    private static final long serialVersionUID = 1L;

    /** @param sentence why, and what to do */
    public StartException(String sentence)
    {
        super(sentence);
    }

    /**
     * @param sentence why, and what to do
     * @param cause what was seen
     */
    public StartException(String sentence, Throwable cause)
    {
        super(sentence, cause);
    }
}
