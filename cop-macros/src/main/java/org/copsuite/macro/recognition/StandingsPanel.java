/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.recognition;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.CommunityPanel;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.RecognitionService.Leader;
import org.copsuite.recognition.RecognitionService.Period;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the people who contributed most to a community in the last month. */
@Component
@Named("standings")
@Singleton
public class StandingsPanel implements CommunityPanel
{
    private static final int PEOPLE = 3;

    @Inject
    private Printer printer;

    @Inject
    private Provider<RecognitionService> recognition;

    @Override
    public int order()
    {
        return 300;
    }

    @Override
    public Html print(CommunityView community)
    {
        List<Leader> standings = this.recognition.get().leaders(community, Period.MONTH, PEOPLE);
        return standings.isEmpty() ? Html.EMPTY
            : this.printer.print("recognition/standingspanel", "standings", standings);
    }
}
