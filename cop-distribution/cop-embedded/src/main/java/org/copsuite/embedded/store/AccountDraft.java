/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.ZoneId;
import java.util.Locale;

/**
 * The values of an account that can be changed.
 *
 * @param name the display name, 1 to 100 characters
 * @param email may be empty, at most 250 characters
 * @param locale the language of the person
 * @param zone the time zone of the person
 * @param active whether the person may sign in
 */
public record AccountDraft(String name, String email, Locale locale, ZoneId zone, boolean active)
{
    /**
     * @param name the display name
     * @return an active account without email, in English and UTC
     */
    public static AccountDraft of(String name)
    {
        return new AccountDraft(name, "", Locale.ENGLISH, ZoneId.of("UTC"), true);
    }
}
