/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.AbstractCopMacro;
import org.copsuite.macro.MacroScope;
import org.copsuite.macro.WrongParameterException;
import org.copsuite.recognition.RecognitionService.Period;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the people with the most points. */
@Component
@Named("cop-leaderboard")
@Singleton
public class LeaderboardMacro extends AbstractCopMacro<LeaderboardParameters>
{
    private static final int USUAL = 10;

    private static final int MAXIMUM = 50;

    @Inject
    private RecognitionFragments fragments;

    /** Declares the name, description and parameters. */
    public LeaderboardMacro()
    {
        super("Leaderboard", "Shows who helped most, in one community or in all, in a time that the author or the reader chooses.",
            LeaderboardParameters.class);
    }

    @Override
    protected MacroScope scope()
    {
        return MacroScope.TEXTS;
    }

    @Override
    protected Html html(LeaderboardParameters parameters) throws CopException, WrongParameterException
    {
        Period period = input().choice("period", parameters.getPeriod(), Period.class);
        int limit = input().number("limit", parameters.getLimit(), USUAL, MAXIMUM);
        CommunityView community = input().community("community", parameters.getCommunity());
        if (community == null) {
            community = input().communityAround();
        }
        if (community == null && period == null) {
            community = input().askedCommunity("community");
        }
        return this.fragments.leaderboard(community == null ? null : community.id(),
            period == null ? input().asked("period", Period.MONTH, Period.class) : period, limit, period == null);
    }
}
