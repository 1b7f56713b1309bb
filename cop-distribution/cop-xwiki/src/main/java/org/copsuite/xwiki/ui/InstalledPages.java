/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.setting.Suite;
import org.copsuite.wiki.SpaceId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;

/** Knows in which wikis of a farm the suite's pages are installed; its code is there for all of them. */
@Component(roles = InstalledPages.class)
@Singleton
public class InstalledPages
{
    @Inject
    private WikiContext wiki;

    /**
     * @param wiki the wiki; XWiki remembers which pages are there
     * @return whether the suite's home page is there
     */
    boolean areIn(String wiki)
    {
        return this.wiki.in(wiki, "Looking for the suite's pages", context -> !context.getWiki()
            .getDocument(Names.reference(SpaceId.of(wiki, Suite.SPACE).home()), context).isNew());
    }
}
