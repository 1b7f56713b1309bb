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
 * Accesses what people watch and mute in XWiki's notifications. These classes are not part of XWiki's WAR but of an
 * extension of its flavor, and at start XWiki may load the suite's components before that extension. Therefore no
 * component refers to their types, and this class, which does, is not a component.
 */
final class WatchFilters
{
    private final ComponentManager components;

    /** @param components the component manager that looks up XWiki's components */
    WatchFilters(ComponentManager components)
    {
        this.components = components;
    }

    /**
     * Removes the filter that mutes a page or a space.
     *
     * @param account the account that the filter belongs to
     * @param place a page or a space
     * @throws NotificationException if XWiki fails to read or change the filters
     * @throws ComponentLookupException if the extension is not installed; if its classes are missing too, a
     *            {@link LinkageError} is thrown instead
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
