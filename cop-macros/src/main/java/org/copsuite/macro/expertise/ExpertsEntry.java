/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.expertise;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.NavigationEntry;
import org.xwiki.component.annotation.Component;

/** Links the expert finder. */
@Component
@Named("people")
@Singleton
public class ExpertsEntry implements NavigationEntry
{
    @Override
    public int order()
    {
        return 500;
    }

    @Override
    public String page()
    {
        return "People";
    }
}
