/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.text;

/** A text is too large, too deeply nested or takes too long: it is shown as plain text instead. */
public class TextLimitException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    /** @param message what it is too much of */
    public TextLimitException(String message)
    {
        super(message, null, false, false);
    }
}
