/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.util.ArrayList;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;
import org.xwiki.wiki.manager.WikiManagerException;

/** Lists the wikis of the farm. XWiki reads the list from pages of the main wiki, so this needs XWiki's context. */
@Component
@Singleton
public class XWikiWikis implements Wikis
{
    @Inject
    private Provider<WikiDescriptorManager> descriptors;

    @Inject
    private WikiContext wiki;

    @Override
    public List<WikiId> all()
    {
        WikiId main = new WikiId(this.descriptors.get().getMainWikiId());
        return this.wiki.in(main, "Listing the wikis of the farm", context -> {
            List<WikiId> wikis = new ArrayList<>(List.of(main));
            try {
                this.descriptors.get().getAllIds().stream().filter(id -> !id.equals(main.value())).sorted()
                    .map(WikiId::new).forEach(wikis::add);
            } catch (WikiManagerException e) {
                throw new WikiFailure("Failed to list the wikis of the farm.", e);
            }
            return wikis;
        });
    }
}
