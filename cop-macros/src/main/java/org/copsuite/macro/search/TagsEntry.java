/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.search;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.NavigationEntry;
import org.xwiki.component.annotation.Component;

/** Links the list of tags. */
@Component
@Named("tags")
@Singleton
public class TagsEntry implements NavigationEntry
{
    @Override
    public int order()
    {
        return 400;
    }

    @Override
    public String page()
    {
        return "Tags";
    }
}
