/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.navigation;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.NavigationEntry;
import org.xwiki.component.annotation.Component;

/** Links the home page of the suite. */
@Component
@Named("home")
@Singleton
public class HomeEntry implements NavigationEntry
{
    @Override
    public int order()
    {
        return 100;
    }

    @Override
    public String page()
    {
        return "WebHome";
    }
}
