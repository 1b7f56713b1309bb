/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

/** The database failed. */
public class StoreException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried
     * @param cause how it failed
     */
    public StoreException(String message, Throwable cause)
    {
        super(message, cause);
    }
}
