/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

/** Signals a failure of the database. */
public class StoreException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * @param message the operation that failed
     * @param cause the cause
     */
    public StoreException(String message, Throwable cause)
    {
        super(message, cause);
    }
}
