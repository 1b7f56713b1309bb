/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.benchmarks;

/** Thrown if a folder cannot be measured as a dump. The message is the sentence shown to the person at the terminal. */
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
