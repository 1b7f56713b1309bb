/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityRelations;
import org.copsuite.community.CommunityRelations.Related;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Prints the communities that have people or topics in common with one. */
@Component(roles = RelatedFragments.class)
@Singleton
public class RelatedFragments
{
    private static final int SHOWN = 5;

    @Inject
    private Printer printer;

    @Inject
    private Provider<CommunityRelations> relations;

    /**
     * @param community a community
     * @return its related communities with what they have in common; empty if there is none
     * @throws CopException NOT_FOUND if the reader may not view the community
     */
    public Html related(CommunityId community) throws CopException
    {
        return related(community, false);
    }

    /**
     * @param community a community
     * @param says whether a sentence stands where there is none
     * @return as {@link #related(CommunityId)}
     * @throws CopException NOT_FOUND if the reader may not view the community
     */
    Html related(CommunityId community, boolean says) throws CopException
    {
        List<Related> related =
            this.relations.get().related(this.printer.reader(), this.printer.wiki(), community, SHOWN);
        return related.isEmpty() && !says ? Html.EMPTY
            : this.printer.print("community/related", "related", related);
    }

    /**
     * @param community a community that the reader may view
     * @return the place of its related communities on its home page: what stands there is read when it comes into view, so
     *         that the page does not wait for it
     */
    Html panel(CommunityView community)
    {
        return this.printer.print("community/relatedpanel", "community", community);
    }
}
