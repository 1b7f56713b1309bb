/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.notice;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.NavigationEntry;
import org.xwiki.component.annotation.Component;

/** Links the notices of the reader. */
@Component
@Named("notices")
@Singleton
public class NoticesEntry implements NavigationEntry
{
    @Override
    public int order()
    {
        return 900;
    }

    @Override
    public String page()
    {
        return "Notices";
    }

    @Override
    public boolean showsToGuests()
    {
        return false;
    }
}
