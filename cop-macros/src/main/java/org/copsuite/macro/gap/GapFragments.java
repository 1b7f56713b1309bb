/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.gap;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.gap.GapService;
import org.copsuite.gap.GapService.Gaps;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints the gaps in what a community knows. */
@Component(roles = GapFragments.class)
@Singleton
public class GapFragments
{
    @Inject
    private Printer printer;

    @Inject
    private Provider<GapService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @param id a community
     * @return its topics without an expert, and those that hang on one person
     * @throws CopException NOT_FOUND if the reader may not view the community; SIGN_IN for a guest; FORBIDDEN for others than
     *             members
     */
    public Html gaps(CommunityId id) throws CopException
    {
        Gaps gaps = this.service.get().get(this.printer.reader(), this.printer.wiki(), id);
        CommunityView community = this.communities.get().get(this.printer.reader(), this.printer.wiki(), id);
        return this.printer.print("gap/gaps", "gaps", gaps, "community", community, "answers", GapService.EXPERT_ANSWERS);
    }

    /**
     * @param community a community that the reader may view
     * @return for whoever may read them, the way to its gaps; empty for others. Costs no statement
     */
    Html panel(CommunityView community)
    {
        return community.mine() == null && !community.mayRun() || community.questions() == 0 ? Html.EMPTY
            : this.printer.print("gap/panel", "community", community);
    }
}
