/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.notifications.NotificationException;
import org.xwiki.notifications.filters.watch.WatchedEntitiesManager;
import org.xwiki.notifications.filters.watch.WatchedEntityFactory;
import org.xwiki.notifications.filters.watch.WatchedEntityReference;
import org.xwiki.user.UserReference;

/**
 * What people watch and mute in XWiki's own notifications. That is no part of XWiki's WAR but an extension of its flavor:
 * when XWiki starts it may read the suite's components before it has that extension. So no component names a type of it,
 * and this class, which does, is none.
 */
final class WatchFilters
{
    private final ComponentManager components;

    /** @param components where XWiki's components are */
    WatchFilters(ComponentManager components)
    {
        this.components = components;
    }

    /**
     * Takes away what blocks a place.
     *
     * @param account for whom
     * @param place a page or a space
     * @throws NotificationException if XWiki could not read or change the filters
     * @throws ComponentLookupException if the extension is not there; where its classes are missing too, a
     *             {@link LinkageError} comes in place of it
     */
    void unblock(UserReference account, EntityReference place) throws NotificationException, ComponentLookupException
    {
        WatchedEntityFactory entities = this.components.getInstance(WatchedEntityFactory.class);
        WatchedEntityReference location = entities.createWatchedLocationReference(place);
        if (location.getWatchedStatus(account).isBlocked()) {
            WatchedEntitiesManager watched = this.components.getInstance(WatchedEntitiesManager.class);
            watched.removeWatchFilter(location, account);
        }
    }
}
