/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

/**
 * Signals that a row of a dump lacks a required value or contains an invalid one. The message is the end of a sentence
 * about the row.
 */
class BadRowException extends Exception
{
    private static final long serialVersionUID = 1L;

    BadRowException(String message)
    {
        super(message);
    }

    BadRowException(String message, Throwable cause)
    {
        super(message, cause);
    }
}
