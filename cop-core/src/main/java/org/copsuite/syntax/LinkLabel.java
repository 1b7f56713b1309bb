/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.syntax;

/**
 * Reads and writes the label of a link in the source: the parser removes escapes from the label before it parses it as
 * wiki text.
 */
final class LinkLabel
{
    private LinkLabel()
    {
    }

    /**
     * @param link the text between the brackets of a link
     * @return the end of its label; -1 if it has none
     */
    static int end(String link)
    {
        int closing = link.lastIndexOf("]]");
        for (int i = 0; i + 1 < link.length(); i++) {
            char c = link.charAt(i);
            if (c == '~') {
                i++;
            } else if (c == '[' && link.charAt(i + 1) == '[' && i < closing) {
                i = link.indexOf("]]", i) + 1;
            } else if (c == '|' && link.charAt(i + 1) == '|') {
                return -1;
            } else if (c == '>' && link.charAt(i + 1) == '>') {
                int end = i;
                while (end + 2 < link.length() && link.charAt(end + 2) == '>') {
                    end++;
                }
                return end;
            }
        }
        return -1;
    }

    /**
     * @param source a label in the source
     * @return the wiki text of the label; {@code null} if it contains another link
     */
    static String read(String source)
    {
        if (source.contains("[[")) {
            return null;
        }
        StringBuilder label = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c != '~') {
                label.append(c);
            } else if (i + 1 < source.length()) {
                i++;
                label.append(source.charAt(i));
            }
        }
        return label.toString();
    }

    /**
     * @param label a label or a reference
     * @return its escaped form for the source
     */
    static String write(String label)
    {
        StringBuilder source = new StringBuilder(label.length() + 8);
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if ("~[]>|".indexOf(c) >= 0) {
                source.append('~');
            }
            source.append(c);
        }
        return source.toString();
    }
}
