/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

/** Numbers from requests. */
final class Numbers
{
    private Numbers()
    {
    }

    /**
     * @param text what was sent
     * @param otherwise what is taken where that is no number
     * @return a number from 0 to a billion
     */
    static int of(String text, int otherwise)
    {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
    }
}
