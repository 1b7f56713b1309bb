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
 * A person who can sign in.
 *
 * @param id {@code xwiki:XWiki.<login>}
 * @param login letters, digits, dots, dashes and underscores; unique, ignoring case
 * @param name the display name, never blank
 * @param email may be empty; shown only to administrators and to the person
 * @param locale the language of the person
 * @param zone the time zone of the person
 * @param active whether the person may sign in
 * @param avatar a token that changes with the picture, or {@code null} if there is no picture
 * @param created when the account was created
 */
public record Account(UserId id, String login, String name, String email, Locale locale, ZoneId zone, boolean active,
    String avatar, Instant created)
{
    /** The space of the profile pages. */
    public static final SpaceId SPACE = SpaceId.of(WikiOptions.WIKI, "XWiki");

    /** Rejects a {@code null} id, locale or zone and removes direction controls from the name. */
    public Account
    {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
        name = PlainText.undirected(name);
    }

    /**
     * @param login a login
     * @return the id of the account with that login
     */
    public static UserId idOf(String login)
    {
        return new UserId(SPACE.page(login).toString());
    }

    /** @return the profile page of this account */
    public PageId profile()
    {
        return SPACE.page(this.login);
    }
}
