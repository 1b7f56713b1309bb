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
import org.copsuite.recognition.RecognitionService.ThanksView;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Shows the latest thanks in a community. */
@Component
@Named("thanks")
@Singleton
public class ThanksPanel implements CommunityPanel
{
    private static final int LATEST = 3;

    @Inject
    private Printer printer;

    @Inject
    private Provider<RecognitionService> recognition;

    @Override
    public int order()
    {
        return 400;
    }

    @Override
    public Html print(CommunityView community)
    {
        List<ThanksView> thanks = this.recognition.get().latestThanks(this.printer.reader(), community, LATEST);
        return thanks.isEmpty() ? Html.EMPTY : this.printer.print("recognition/thankspanel", "thanks", thanks);
    }
}
