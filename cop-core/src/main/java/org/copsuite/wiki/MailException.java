/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

/** A message could not be sent. The exception's message gives the reason, without addresses. */
public class MailException extends Exception
{
    private static final long serialVersionUID = 1L;

    /** @param message the reason, without addresses */
    public MailException(String message)
    {
        super(message);
    }
}
