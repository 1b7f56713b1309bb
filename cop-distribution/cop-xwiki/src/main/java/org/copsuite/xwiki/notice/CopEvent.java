/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.Locale;
import java.util.Set;

import org.copsuite.wiki.Notice;
import org.xwiki.eventstream.TargetableEvent;

/** An event that notifies a few people. XWiki's event stream stores it; XWiki's notifications show and mail it. */
public class CopEvent implements TargetableEvent
{
    /** The id of the application in XWiki's notifications. */
    public static final String APPLICATION = "org.copsuite:cop-xwiki";

    /** The prefix of the types of all events of the suite. */
    static final String TYPE = "copsuite.";

    private final Notice notice;

    private final Set<String> people;

    /** Creates the event that matches all events of the suite. */
    public CopEvent()
    {
        this(null, Set.of());
    }

    /**
     * @param notice the notice
     * @param people the recipients: the full names of their profile pages
     */
    public CopEvent(Notice notice, Set<String> people)
    {
        this.notice = notice;
        this.people = Set.copyOf(people);
    }

    /**
     * @param type the name of a notice type
     * @return the type of its events, which selects renderers and preferences
     */
    public static String type(String type)
    {
        return TYPE + type.toLowerCase(Locale.ROOT);
    }

    /**
     * @param type the type of an event of the suite
     * @return the name of its notice type in lower case
     */
    static String key(String type)
    {
        return type.substring(TYPE.length());
    }

    /** @return the notice */
    public Notice getNotice()
    {
        return this.notice;
    }

    @Override
    public Set<String> getTarget()
    {
        return this.people;
    }

    @Override
    public boolean matches(Object other)
    {
        return other instanceof CopEvent;
    }
}
