/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.macro.community;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.macro.fragment.Printer;
import org.copsuite.macro.spi.AdministrationSection;
import org.copsuite.wiki.Html;
import org.xwiki.component.annotation.Component;

/** Lists the communities that nobody facilitates. */
@Component
@Named("unfacilitated")
@Singleton
public class UnfacilitatedSection implements AdministrationSection
{
    private static final int SHOWN = 50;

    @Inject
    private Printer printer;

    @Inject
    private Provider<CommunityAccess> communities;

    @Override
    public int order()
    {
        return 250;
    }

    @Override
    public Html print()
    {
        List<CommunityLocation> found = this.communities.get().unfacilitated(this.printer.wiki(), SHOWN);
        return found.isEmpty() ? Html.EMPTY : this.printer.print("community/unfacilitated", "communities", found);
    }
}
