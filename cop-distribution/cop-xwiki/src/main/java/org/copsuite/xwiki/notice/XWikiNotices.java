/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.Links;
import org.copsuite.wiki.Notice;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.UserId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.eventstream.EventStore;
import org.xwiki.eventstream.EventStreamException;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.notifications.NotificationException;
import org.xwiki.observation.ObservationManager;
import org.xwiki.user.UserReference;
import org.xwiki.user.UserReferenceResolver;

/**
 * Sends notices through XWiki's notifications, which show them in the notification menu and mail them according to the
 * preferences of each person.
 */
@Component
@Singleton
public class XWikiNotices implements Notices
{
    @Inject
    private Provider<ObservationManager> observation;

    @Inject
    private Provider<EventStore> events;

    @Inject
    @Named("context")
    private Provider<ComponentManager> components;

    @Inject
    @Named("document")
    private Provider<UserReferenceResolver<DocumentReference>> users;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Links> links;

    @Inject
    private WikiContext wiki;

    @Inject
    private Logger logger;

    @Override
    public boolean handles()
    {
        return true;
    }

    @Override
    public void send(Notice notice, Collection<UserId> persons)
    {
        Set<String> accounts =
            this.people.get().find(persons).keySet().stream().map(UserId::value).collect(Collectors.toSet());
        // XWiki shows an event without a target to everybody.
        if (!accounts.isEmpty() && !isStored(notice)) {
            this.wiki.in(notice.wiki(), "Sending a notice", context -> {
                this.observation.get().notify(new CopEvent(notice, accounts), CopEvent.APPLICATION, notice);
                return null;
            });
        }
    }

    /**
     * @return whether XWiki has already stored the notice: it was handed over before a crash, or before the suite's
     *         tables were dropped. One of XWiki's event stores overwrites an event with the same id, another fails.
     */
    private boolean isStored(Notice notice)
    {
        return this.wiki.in(notice.wiki(), "Looking up a notice", context -> {
            try {
                return this.events.get().getEvent(notice.id().toString()).isPresent();
            } catch (EventStreamException e) {
                throw new WikiFailure("Failed to look up a notice in the event store.", e);
            }
        });
    }

    /** Removes only filters that block. A filter that includes would also enable XWiki's own events of the page. */
    @Override
    public void unmute(UserId person, PageId page)
    {
        UserReference account = this.users.get().resolve(Names.account(person));
        List<EntityReference> places = page.isHome() ? List.of(Names.reference(page.space()), Names.reference(page))
            : List.of(Names.reference(page));
        this.wiki.in(page.wiki(), "Unmuting a page", context -> {
            for (EntityReference place : places) {
                unmute(account, place);
            }
            return null;
        });
    }

    private void unmute(UserReference account, EntityReference place)
    {
        try {
            new WatchFilters(this.components.get()).unblock(account, place);
        } catch (ComponentLookupException | LinkageError e) {
            // Without the extension nobody can have muted a page.
            this.logger.debug("XWiki has no notification filters for [{}].", place, e);
        } catch (NotificationException e) {
            // The suite stores what people watch. At worst XWiki keeps filtering what the person once muted.
            this.logger.warn("Failed to remove a notification filter for [{}]; it remains in effect.", place, e);
        }
    }

    @Override
    public Optional<String> preferences(UserId person)
    {
        return Names.profile(person)
            .map(profile -> this.links.get().action(profile, "view", Map.of("category", "notifications")));
    }
}
