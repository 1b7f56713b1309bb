/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;

import org.copsuite.PlainText;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;

/**
 * Somebody who can sign in.
 *
 * @param id {@code xwiki:XWiki.<login>}
 * @param login letters, digits, dots, dashes and underscores, unique whatever the case
 * @param name the name to show, never blank
 * @param email may be empty; shown to administrators and the person alone
 * @param locale the language the person reads
 * @param zone the person's time zone
 * @param active whether the person may sign in
 * @param avatar a token that changes with the picture, or {@code null} where there is none
 * @param created when the account was made
 */
public record Account(UserId id, String login, String name, String email, Locale locale, ZoneId zone, boolean active,
    String avatar, Instant created)
{
    /** The space that holds the profile pages. */
    public static final SpaceId SPACE = SpaceId.of(WikiOptions.WIKI, "XWiki");

    /** Checks. */
    public Account
    {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
        name = PlainText.undirected(name);
    }

    /**
     * @param login a login
     * @return the id of the account of that login
     */
    public static UserId idOf(String login)
    {
        return new UserId(SPACE.page(login).toString());
    }

    /** @return the page about this person */
    public PageId profile()
    {
        return SPACE.page(this.login);
    }
}
