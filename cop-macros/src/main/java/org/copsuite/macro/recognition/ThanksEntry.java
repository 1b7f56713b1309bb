/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.NavigationEntry;
import org.xwiki.component.annotation.Component;

/** Links the thanks. */
@Component
@Named("thanks")
@Singleton
public class ThanksEntry implements NavigationEntry
{
    @Override
    public int order()
    {
        return 600;
    }

    @Override
    public String page()
    {
        return "Thanks";
    }
}
