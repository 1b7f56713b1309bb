/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.Collection;
import java.util.UUID;

import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Counts news of a person that are no stored notices, since a row would say too much. The number of unread notices
 * includes them.
 */
@Role
public interface UnreadSource
{
    /**
     * Counts on a background thread, in a bounded number of statements.
     *
     * @param person an account
     * @param wiki the wiki
     * @return the number of news that the person has not seen and may view
     */
    int unread(UserId person, WikiId wiki);

    /**
     * Notes that a person has seen posts. Runs on a background thread.
     *
     * @param person an account
     * @param wiki the wiki
     * @param posts the posts on a page that the person views
     */
    void seen(UserId person, WikiId wiki, Collection<UUID> posts);
}
