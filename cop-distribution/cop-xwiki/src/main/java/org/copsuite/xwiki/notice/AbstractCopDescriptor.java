/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import java.util.Locale;

import org.xwiki.eventstream.RecordableEventDescriptor;

/**
 * Describes the events of one notice type to XWiki's notifications. The names that it returns are translation keys.
 */
abstract class AbstractCopDescriptor implements RecordableEventDescriptor
{
    private final String type;

    private final String icon;

    AbstractCopDescriptor(String type, String icon)
    {
        this.type = type;
        this.icon = icon;
    }

    @Override
    public String getEventType()
    {
        return CopEvent.type(this.type);
    }

    @Override
    public String getApplicationId()
    {
        return CopEvent.APPLICATION;
    }

    @Override
    public String getApplicationName()
    {
        return "cop.xwiki.notice.application";
    }

    @Override
    public String getDescription()
    {
        return "cop.xwiki.notice.description." + name();
    }

    @Override
    public String getApplicationIcon()
    {
        return "group";
    }

    @Override
    public String getEventTypeIcon()
    {
        return this.icon;
    }

    @Override
    public String getEventTitle()
    {
        return "cop.xwiki.notice.title." + name();
    }

    private String name()
    {
        return this.type.toLowerCase(Locale.ROOT);
    }
}
