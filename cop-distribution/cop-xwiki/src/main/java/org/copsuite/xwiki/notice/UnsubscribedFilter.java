/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.Collection;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.xwiki.component.annotation.Component;
import org.xwiki.eventstream.Event;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.notifications.NotificationFormat;
import org.xwiki.notifications.filters.NotificationFilter;
import org.xwiki.notifications.filters.NotificationFilterPreference;
import org.xwiki.notifications.filters.NotificationFilterType;
import org.xwiki.notifications.filters.expression.ExpressionNode;
import org.xwiki.notifications.preferences.NotificationPreference;

/**
 * Filters the suite's events from the mails of people who unsubscribed by the link in a mail or on the page of notices.
 * This is a filter and not a preference in the person's profile, since XWiki shows all other events only to people
 * without any preferences.
 */
@Component
@Named(UnsubscribedFilter.NAME)
@Singleton
public class UnsubscribedFilter implements NotificationFilter
{
    /** The name of the filter. */
    public static final String NAME = "copsuite.unsubscribed";

    /** Runs before XWiki's own filters, since some of them keep an event regardless of later filters. */
    private static final int PRIORITY = 5000;

    @Inject
    private Provider<NoticeService> notices;

    @Override
    public FilterPolicy filterEvent(Event event, DocumentReference user,
        Collection<NotificationFilterPreference> preferences, NotificationFormat format)
    {
        boolean mailed = format == NotificationFormat.EMAIL && user != null && event.getDocument() != null
            && event.getType() != null && event.getType().startsWith(CopEvent.TYPE);
        return mailed && this.notices.get().mailFrequency(Names.user(user),
            new WikiId(event.getDocument().getWikiReference().getName())) == MailFrequency.NONE ? FilterPolicy.FILTER
                : FilterPolicy.NO_EFFECT;
    }

    @Override
    public Set<FilteringPhase> getFilteringPhases()
    {
        return Set.of(FilteringPhase.PRE_FILTERING);
    }

    @Override
    public int getPriority()
    {
        return PRIORITY;
    }

    @Override
    public boolean matchesPreference(NotificationPreference preference)
    {
        return false;
    }

    @Override
    public ExpressionNode filterExpression(DocumentReference user, Collection<NotificationFilterPreference> preferences,
        NotificationPreference preference)
    {
        return null;
    }

    @Override
    public ExpressionNode filterExpression(DocumentReference user, Collection<NotificationFilterPreference> preferences,
        NotificationFilterType type, NotificationFormat format)
    {
        return null;
    }

    @Override
    public String getName()
    {
        return NAME;
    }
}
