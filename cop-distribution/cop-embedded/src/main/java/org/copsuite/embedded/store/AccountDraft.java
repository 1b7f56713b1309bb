/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.ZoneId;
import java.util.Locale;

/**
 * What may be said of an account.
 *
 * @param name the name to show, 1 to 100 characters
 * @param email may be empty, at most 250 characters
 * @param locale the language the person reads
 * @param zone the person's time zone
 * @param active whether the person may sign in
 */
public record AccountDraft(String name, String email, Locale locale, ZoneId zone, boolean active)
{
    /**
     * @param name the name to show
     * @return an active account that reads English, in UTC
     */
    public static AccountDraft of(String name)
    {
        return new AccountDraft(name, "", Locale.ENGLISH, ZoneId.of("UTC"), true);
    }
}
