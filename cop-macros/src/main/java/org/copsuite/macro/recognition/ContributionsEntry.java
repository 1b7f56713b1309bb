/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.NavigationEntry;
import org.xwiki.component.annotation.Component;

/** Links the contributions of the reader. */
@Component
@Named("my-contributions")
@Singleton
public class ContributionsEntry implements NavigationEntry
{
    @Override
    public int order()
    {
        return 800;
    }

    @Override
    public String page()
    {
        return "MyContributions";
    }

    @Override
    public boolean showsToGuests()
    {
        return false;
    }
}
