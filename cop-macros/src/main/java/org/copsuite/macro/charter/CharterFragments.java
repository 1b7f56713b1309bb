/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.charter;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.charter.CharterService;
import org.copsuite.charter.CharterService.Charter;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.MemberTexts;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints charters. */
@Component(roles = CharterFragments.class)
@Singleton
public class CharterFragments
{
    private static final int PANEL = 3;

    @Inject
    private Printer printer;

    @Inject
    private MemberTexts memberTexts;

    @Inject
    private Provider<CharterService> service;

    @Inject
    private Provider<CommunityService> communities;

    /**
     * @param community the community
     * @return its charter, and the forms that change it if the reader may
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it
     */
    public Html charter(CommunityId community) throws CopException
    {
        return charter(this.communities.get().get(this.printer.reader(), this.printer.wiki(), community));
    }

    /**
     * @param community a community that the reader may view
     * @return its charter, and the forms that change it if the reader may
     */
    public Html charter(CommunityView community)
    {
        return print(this.service.get().get(this.printer.reader(), community));
    }

    /**
     * @param charter a charter
     * @return the charter, and the forms that change it if the reader may
     */
    public Html print(Charter charter)
    {
        CommunityView community = charter.community();
        Html guidelines = charter.guidelines().isBlank() ? Html.EMPTY : this.memberTexts.html(community.id().value(),
            "charter/" + charter.version(), charter.guidelines(), charter.page());
        return this.printer.print("charter/charter", "charter", charter, "community", community, "purpose",
            this.memberTexts.html(community.id().value(), community.version(), community.purpose(), community.page()),
            "guidelines", guidelines, "maximum", CharterService.GUIDELINES_MAXIMUM);
    }

    /**
     * @param community a community that the reader may view
     * @return its first objectives for its home page; for a charter that says nothing, what to do next for whoever may
     *         change it, and nothing for others
     */
    Html panel(CommunityView community)
    {
        Charter charter = this.service.get().get(this.printer.reader(), community);
        return charter.isBlank() && !charter.mayEdit() ? Html.EMPTY
            : this.printer.print("charter/panel", "charter", charter, "community", community, "shown", PANEL);
    }
}
