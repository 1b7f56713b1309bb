/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.macro.spi.NavigationEntry;
import org.xwiki.component.annotation.Component;

/** Links the leaderboard. */
@Component
@Named("leaderboard")
@Singleton
public class LeaderboardEntry implements NavigationEntry
{
    @Override
    public int order()
    {
        return 700;
    }

    @Override
    public String page()
    {
        return "Leaderboard";
    }
}
