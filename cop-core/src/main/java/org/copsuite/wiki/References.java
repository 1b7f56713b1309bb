/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.ArrayList;
import java.util.List;

/** Text form of references, {@code wiki:A.B.C}, with a backslash before a dot, colon or backslash in a name. */
final class References
{
    private References()
    {
    }

    static String join(WikiId wiki, List<String> names)
    {
        StringBuilder text = new StringBuilder();
        escape(wiki.value(), text);
        text.append(':');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                text.append('.');
            }
            escape(names.get(i), text);
        }
        return text.toString();
    }

    static List<String> split(String text)
    {
        // Most references have nothing to unescape, and a page parses thousands of them.
        List<String> parts = text.indexOf('\\') < 0 ? parts(text) : unescaped(text);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Invalid reference without a wiki: " + text);
        }
        return parts;
    }

    private static List<String> parts(String text)
    {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf(':'); end >= 0; end = text.indexOf('.', from)) {
            parts.add(text.substring(from, end));
            from = end + 1;
        }
        if (parts.size() > 1 || !parts.isEmpty() && from < text.length()) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    private static List<String> unescaped(String text)
    {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                part.append(text.charAt(i));
            } else if (parts.isEmpty() ? c == ':' : c == '.') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (parts.size() > 1 || !parts.isEmpty() && part.length() > 0) {
            parts.add(part.toString());
        }
        return parts;
    }

    private static void escape(String name, StringBuilder text)
    {
        // Most names have nothing to escape, and lists of thousands of references are joined for one page.
        if (name.indexOf('.') < 0 && name.indexOf(':') < 0 && name.indexOf('\\') < 0) {
            text.append(name);
            return;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.' || c == ':' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
    }
}
