/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.notice;

import org.copsuite.spi.NoticeType;
import org.xwiki.eventstream.RecordableEventDescriptor;

/**
 * Describes the events of one notice type to XWiki's notifications. The names that it returns are translation keys.
 */
class CopDescriptor implements RecordableEventDescriptor
{
    private final String type;

    private final String icon;

    CopDescriptor(NoticeType type)
    {
        this.type = CopEvent.type(type.name());
        this.icon = type.icon();
    }

    @Override
    public String getEventType()
    {
        return this.type;
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
        return "cop.xwiki.notice.description." + CopEvent.key(this.type);
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
        return "cop.xwiki.notice.title." + CopEvent.key(this.type);
    }
}
