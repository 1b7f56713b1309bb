/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.store;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;

/** Whether the suite's tables go for good when the database's component is disposed. They stay until somebody says so. */
@Component(roles = TablesFate.class)
@Singleton
public class TablesFate
{
    private volatile boolean dropped;

    /** @return whether the tables go */
    public boolean isDropped()
    {
        return this.dropped;
    }

    /** @param dropped whether the tables go */
    public void setDropped(boolean dropped)
    {
        this.dropped = dropped;
    }
}
