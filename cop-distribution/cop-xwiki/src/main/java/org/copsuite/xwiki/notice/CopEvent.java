/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.Locale;
import java.util.Set;

import org.copsuite.wiki.Notice;
import org.copsuite.wiki.Notice.Kind;
import org.xwiki.eventstream.TargetableEvent;

/** That a few people are to be told something: XWiki's event stream keeps it, and its notifications show and mail it. */
public class CopEvent implements TargetableEvent
{
    /** The application, as XWiki's notifications name it. */
    public static final String APPLICATION = "org.copsuite:cop-xwiki";

    /** What the types of all events begin with. */
    static final String TYPE = "copsuite.";

    private final Notice notice;

    private final Set<String> people;

    /** Stands for all events of the suite. */
    public CopEvent()
    {
        this(null, Set.of());
    }

    /**
     * @param notice what to tell
     * @param people whom, as XWiki writes their profile pages
     */
    public CopEvent(Notice notice, Set<String> people)
    {
        this.notice = notice;
        this.people = Set.copyOf(people);
    }

    /**
     * @param kind what happened
     * @return the type of its events: templates and preferences go by it
     */
    public static String type(Kind kind)
    {
        return TYPE + kind.name().toLowerCase(Locale.ROOT);
    }

    /** @return what to tell */
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
