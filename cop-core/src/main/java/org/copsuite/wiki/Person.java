/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.ZoneId;
import java.util.Locale;

import org.copsuite.PlainText;

/**
 * What pages show of a person.
 *
 * @param id the person's id
 * @param name the name to show in one line, without characters that change the direction of the text around it; the id
 *            if nothing of the name is left
 * @param avatar URL of a picture, or {@code null}
 * @param profile URL of the profile page, {@code null} if there is none
 * @param locale the person's language
 * @param zone the person's time zone
 * @param active whether the account can sign in; false for imported people
 */
public record Person(UserId id, String name, String avatar, String profile, Locale locale, ZoneId zone,
    boolean active)
{
    /** Removes characters that must not be in a line. */
    public Person
    {
        String line = PlainText.line(name);
        name = line.isEmpty() ? id.value() : line;
    }
}
