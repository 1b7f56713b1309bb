/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import org.copsuite.community.CommunityService.Joining;

/**
 * Which communities the directory lists: those that match everything that is chosen.
 *
 * @param text words to find in title, purpose or domains, all of them, at most the first 8; may be empty
 * @param domain a topic, as a tag, {@code null} or blank for any; another text matches nothing
 * @param joining how people join, {@code null} for any way
 * @param activity active or quiet ones, {@code null} for both
 */
public record DirectoryQuery(String text, String domain, Joining joining, Activity activity)
{
    /** Days without activity after which a community is quiet. */
    public static final int QUIET_DAYS = 30;

    /** Whether something has happened lately. */
    public enum Activity
    {
        /** Something has happened within {@link DirectoryQuery#QUIET_DAYS} days. */
        ACTIVE,
        /** Nothing has. */
        QUIET
    }

    /**
     * @param text the words
     * @return a query for the words alone
     */
    public static DirectoryQuery of(String text)
    {
        return new DirectoryQuery(text, null, null, null);
    }

    /** @return whether anything is chosen */
    public boolean isFiltered()
    {
        return !this.text.isBlank() || hasDomain() || this.joining != null || this.activity != null;
    }

    /** @return whether a topic is chosen */
    public boolean hasDomain()
    {
        return this.domain != null && !this.domain.isBlank();
    }
}
