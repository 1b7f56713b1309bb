/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.List;

/**
 * A message in no language yet. Pages print it in the language of their reader.
 *
 * @param key a translation key
 * @param arguments the values of {@code {0}}, {@code {1}} ... ({@link java.text.MessageFormat}); a value that is itself a
 *            message is translated
 */
public record Message(String key, List<?> arguments)
{
    /** Copies the arguments. */
    public Message
    {
        arguments = List.copyOf(arguments);
    }

    /**
     * @param key a translation key
     * @param arguments the values of {@code {0}}, {@code {1}} ..., none of them {@code null}
     * @return the message
     */
    public static Message of(String key, Object... arguments)
    {
        return new Message(key, List.of(arguments));
    }
}
