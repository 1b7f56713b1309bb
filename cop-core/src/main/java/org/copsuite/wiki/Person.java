/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.time.ZoneId;
import java.util.Locale;

import org.copsuite.PlainText;

/**
 * What a page shows of a person.
 *
 * @param id who
 * @param name the name to show in one line, without characters that turn the direction of the text around it; where
 *            nothing is left of it, the id
 * @param avatar URL of a picture, or {@code null}
 * @param profile URL of the profile page, or {@code null} for nobody's
 * @param locale the language the person reads
 * @param zone the person's time zone
 * @param active whether the account can sign in; false for imported people
 */
public record Person(UserId id, String name, String avatar, String profile, Locale locale, ZoneId zone,
    boolean active)
{
    /** Makes the name fit to stand in any line. */
    public Person
    {
        String line = PlainText.line(name);
        name = line.isEmpty() ? id.value() : line;
    }
}
