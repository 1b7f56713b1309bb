/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.setting.Suite;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;

/**
 * Determines in which wikis of a farm the suite's pages are installed. The suite's code is available in all of them.
 */
@Component(roles = InstalledPages.class)
@Singleton
public class InstalledPages
{
    @Inject
    private WikiContext wiki;

    /**
     * Uses XWiki's cache of pages.
     *
     * @param wiki the wiki
     * @return whether the suite's home page exists there
     */
    boolean areIn(WikiId wiki)
    {
        return this.wiki.in(wiki, "Looking up the suite's pages", context -> !context.getWiki()
            .getDocument(Names.reference(SpaceId.of(wiki, Suite.SPACE).home()), context).isNew());
    }
}
