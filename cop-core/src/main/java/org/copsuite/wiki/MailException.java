/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

/** A letter could not be sent. The message says why, and names no address. */
public class MailException extends Exception
{
    private static final long serialVersionUID = 1L;

    /**
     * @param message why, without an address
     */
    public MailException(String message)
    {
        super(message);
    }
}
