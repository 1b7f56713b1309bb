/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

/** A folder that cannot be measured as a dump; the message is the sentence for the person at the terminal. */
final class UnusableDumpException extends Exception
{
    private static final long serialVersionUID = 1L;

    UnusableDumpException(String sentence)
    {
        super(sentence);
    }

    UnusableDumpException(String sentence, Throwable cause)
    {
        super(sentence, cause);
    }
}
