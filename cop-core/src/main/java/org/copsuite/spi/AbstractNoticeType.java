/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.Set;

import org.copsuite.ledger.ActType;

/** A notice type that says once what it is called, how it looks, and which acts begin and end its notices. */
public abstract class AbstractNoticeType implements NoticeType
{
    private final String name;

    private final String icon;

    private final Set<ActType<?>> acts;

    private final Set<ActType<?>> ends;

    /**
     * @param name the name
     * @param icon the name of an icon
     * @param acts the acts that notify
     * @param ends the acts that delete the notices
     */
    protected AbstractNoticeType(String name, String icon, Set<ActType<?>> acts, Set<ActType<?>> ends)
    {
        this.name = name;
        this.icon = icon;
        this.acts = acts;
        this.ends = ends;
    }

    @Override
    public String name()
    {
        return this.name;
    }

    @Override
    public String icon()
    {
        return this.icon;
    }

    @Override
    public Set<ActType<?>> acts()
    {
        return this.acts;
    }

    @Override
    public Set<ActType<?>> endActs()
    {
        return this.ends;
    }
}
