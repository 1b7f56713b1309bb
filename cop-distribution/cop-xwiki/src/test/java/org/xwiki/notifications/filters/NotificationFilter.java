/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.notifications.filters;

import java.util.Collection;
import java.util.Set;

import org.xwiki.component.annotation.Role;
import org.xwiki.eventstream.Event;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.notifications.NotificationFormat;
import org.xwiki.notifications.filters.expression.ExpressionNode;
import org.xwiki.notifications.preferences.NotificationPreference;

/** Stands for XWiki's, with its policies and phases. */
@Role
public interface NotificationFilter extends Comparable
{
    /** What a filter says of an event. */
    enum FilterPolicy
    {
        FILTER, KEEP, NO_EFFECT
    }

    /** When it is asked. */
    enum FilteringPhase
    {
        PRE_FILTERING, POST_FILTERING
    }

    FilterPolicy filterEvent(Event event, DocumentReference user, Collection<NotificationFilterPreference> preferences,
        NotificationFormat format);

    boolean matchesPreference(NotificationPreference preference);

    ExpressionNode filterExpression(DocumentReference user, Collection<NotificationFilterPreference> preferences,
        NotificationPreference preference);

    ExpressionNode filterExpression(DocumentReference user, Collection<NotificationFilterPreference> preferences,
        NotificationFilterType type, NotificationFormat format);

    String getName();

    default int getPriority()
    {
        return 1000;
    }

    @Override
    default int compareTo(Object other)
    {
        return ((NotificationFilter) other).getPriority() - getPriority();
    }

    default Set<FilteringPhase> getFilteringPhases()
    {
        return Set.of(FilteringPhase.PRE_FILTERING, FilteringPhase.POST_FILTERING);
    }
}
