/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.template;

/** Escapes text for HTML element content and for quoted attribute values. */
public final class HtmlEscaper
{
    private HtmlEscaper()
    {
    }

    /**
     * @param text any text
     * @return the escaped text, without characters that HTML forbids
     */
    public static String escape(String text)
    {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (isSpecial(text.charAt(i))) {
                StringBuilder escaped = new StringBuilder(length + 32);
                escaped.append(text, 0, i);
                for (int j = i; j < length; j++) {
                    append(text.charAt(j), escaped);
                }
                return escaped.toString();
            }
        }
        return text;
    }

    private static boolean isSpecial(char c)
    {
        return c == '&' || c == '<' || c == '>' || c == '"' || c == '\'' || isForbidden(c);
    }

    private static boolean isForbidden(char c)
    {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == '\u007f' || c == '\ufffe' || c == '\uffff';
    }

    private static void append(char c, StringBuilder escaped)
    {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> {
                if (!isForbidden(c)) {
                    escaped.append(c);
                }
            }
        }
    }
}
