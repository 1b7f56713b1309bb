/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

/** Parses numbers in requests. */
final class Numbers
{
    private Numbers()
    {
    }

    /**
     * @param text the submitted text
     * @param otherwise the default
     * @return the number, from 0 to 999,999,999; the default if the text is not such a number
     */
    static int of(String text, int otherwise)
    {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
