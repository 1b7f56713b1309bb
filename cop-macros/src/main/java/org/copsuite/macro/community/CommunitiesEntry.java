/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.NavigationEntry;
import org.xwiki.component.annotation.Component;

/** Links the directory of communities. */
@Component
@Named("communities")
@Singleton
public class CommunitiesEntry implements NavigationEntry
{
    @Override
    public int order()
    {
        return 200;
    }

    @Override
    public String page()
    {
        return "Communities";
    }
}
