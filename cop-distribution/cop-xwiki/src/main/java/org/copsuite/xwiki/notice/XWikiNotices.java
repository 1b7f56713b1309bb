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

/** XWiki's notifications carry what the suite tells: behind the bell, and by mail as each person prefers. */
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
        // An event without a target is for everybody.
        if (!accounts.isEmpty() && !isTaken(notice)) {
            this.wiki.in(notice.wiki(), "Handing a notice over", context -> {
                this.observation.get().notify(new CopEvent(notice, accounts), CopEvent.APPLICATION, notice);
                return null;
            });
        }
    }

    /**
     * Whether XWiki has the notice already: handed over before a crash, or before the suite's tables went. One of XWiki's
     * stores of events writes the same over itself, another fails.
     */
    private boolean isTaken(Notice notice)
    {
        return this.wiki.in(notice.wiki(), "Looking for a notice", context -> {
            try {
                return this.events.get().getEvent(notice.id().toString()).isPresent();
            } catch (EventStreamException e) {
                throw new WikiFailure("XWiki does not say whether it has a notice.", e);
            }
        });
    }

    /** Only what blocks is taken away: a filter that includes would bring XWiki's own events of the page as well. */
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
            // Where XWiki has no such filters, nobody has muted anything.
            this.logger.debug("There are no notification filters for [{}].", place, e);
        } catch (NotificationException e) {
            // What is watched is kept by the suite: at worst XWiki goes on holding back what its reader once muted.
            this.logger.warn("The notification filters of a reader for [{}] could not be changed.", place, e);
        }
    }

    @Override
    public Optional<String> preferences(UserId person)
    {
        return Names.profile(person)
            .map(profile -> this.links.get().action(profile, "view", Map.of("category", "notifications")));
    }
}
