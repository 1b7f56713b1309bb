/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded;

/** The wiki cannot start. The message is one sentence for the person at the terminal. */
public class StartException extends Exception
{
    private static final long serialVersionUID = 1L;

    /** @param sentence the reason, and what the person can do about it */
    public StartException(String sentence)
    {
        super(sentence);
    }

    /**
     * @param sentence the reason, and what the person can do about it
     * @param cause the failure that prevented the start
     */
    public StartException(String sentence, Throwable cause)
    {
        super(sentence, cause);
    }
}
