/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.transfer.internal;

/** A row of a dump says something that cannot be, or lacks what it needs. The message ends a sentence about the row. */
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
