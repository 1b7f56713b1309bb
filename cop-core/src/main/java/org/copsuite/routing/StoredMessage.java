/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.copsuite.PlainText;
import org.copsuite.spi.Message;

/**
 * Writes a message as text and reads it again: its key, the number of its arguments, and each argument in a line that
 * begins with its type.
 */
public final class StoredMessage
{
    /** Maximum length of a text among the arguments, in characters. */
    private static final int ARGUMENT_MAXIMUM = 120;

    private StoredMessage()
    {
    }

    /**
     * @param message a message whose arguments are texts, whole numbers and messages
     * @return the message as text
     */
    public static String write(Message message)
    {
        StringBuilder text = new StringBuilder();
        write(text, message);
        return text.toString();
    }

    private static void write(StringBuilder text, Message message)
    {
        text.append(message.key()).append('\n').append(message.arguments().size());
        for (Object argument : message.arguments()) {
            text.append('\n');
            if (argument instanceof Message inner) {
                text.append("m\n");
                write(text, inner);
            } else if (argument instanceof Number number) {
                text.append('n').append(number.longValue());
            } else {
                text.append('t').append(PlainText.cut(PlainText.line(argument.toString()), ARGUMENT_MAXIMUM));
            }
        }
    }

    /**
     * @param text what {@link #write} returned
     * @return the message; its texts shortened, its numbers of type Long
     */
    public static Message read(String text)
    {
        return read(text.lines().iterator());
    }

    private static Message read(Iterator<String> lines)
    {
        String key = lines.next();
        int count = Integer.parseInt(lines.next());
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String line = lines.next();
            arguments.add(switch (line.charAt(0)) {
                case 'm' -> read(lines);
                case 'n' -> Long.valueOf(line.substring(1));
                default -> line.substring(1);
            });
        }
        return new Message(key, arguments);
    }
}
