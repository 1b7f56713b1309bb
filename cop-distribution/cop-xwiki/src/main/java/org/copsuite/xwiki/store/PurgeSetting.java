/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Holds whether the suite's tables are dropped when the database component is disposed. False by default. */
@Component(roles = PurgeSetting.class)
@Singleton
public class PurgeSetting
{
    private volatile boolean dropped;

    /** @return whether the tables are dropped */
    public boolean isDropped()
    {
        return this.dropped;
    }

    /** @param dropped whether the tables are dropped */
    public void setDropped(boolean dropped)
    {
        this.dropped = dropped;
    }
}
