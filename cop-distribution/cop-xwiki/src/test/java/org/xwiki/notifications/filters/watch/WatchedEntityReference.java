/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.notifications.filters.watch;

import org.xwiki.notifications.NotificationException;
import org.xwiki.user.UserReference;

/** Stands for XWiki's interface, with some of its states. */
public interface WatchedEntityReference
{
    /** How a reader's filters treat a place. */
    enum WatchedStatus
    {
        NOT_SET, WATCHED_FOR_ALL_EVENTS_AND_FORMATS, BLOCKED_FOR_ALL_EVENTS_AND_FORMATS;

        public boolean isBlocked()
        {
            return this == BLOCKED_FOR_ALL_EVENTS_AND_FORMATS;
        }
    }

    default WatchedStatus getWatchedStatus(UserReference user) throws NotificationException
    {
        return WatchedStatus.NOT_SET;
    }
}
