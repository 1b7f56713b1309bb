/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.render;

/** A text is too large, too deeply nested or takes too long: it is shown as plain text instead. */
class TextLimitException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    TextLimitException(String message)
    {
        super(message, null, false, false);
    }
}
