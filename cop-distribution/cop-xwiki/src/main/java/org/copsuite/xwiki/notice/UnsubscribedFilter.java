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
 * Keeps the suite's events out of the mails of who ended them by the link of a mail or on the page of notices. A filter, and
 * no preference in the person's profile: XWiki brings all other events only to who has no preferences at all.
 */
@Component
@Named(UnsubscribedFilter.NAME)
@Singleton
public class UnsubscribedFilter implements NotificationFilter
{
    /** Its name among XWiki's filters. */
    public static final String NAME = "copsuite.unsubscribed";

    /** Before XWiki's own filters, of which some keep an event whatever follows. */
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
            event.getDocument().getWikiReference().getName()) == MailFrequency.NONE ? FilterPolicy.FILTER
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
