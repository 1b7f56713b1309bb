/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.request;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.copsuite.wiki.Wikis;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.copsuite.xwiki.WikiFailure;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;
import org.xwiki.wiki.manager.WikiManagerException;

import com.xpn.xwiki.objects.BaseObject;

/** Lists the wikis of the farm. XWiki reads the list from pages of the main wiki, so this needs XWiki's context. */
@Component
@Singleton
public class XWikiWikis implements Wikis
{
    private static final LocalDocumentReference PREFERENCES =
        new LocalDocumentReference(Names.SYSTEM, "XWikiPreferences");

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

    /** The one of the wiki's preferences; without it, that of the server, as XWiki itself uses. */
    @Override
    public ZoneId zone(WikiId id)
    {
        return this.wiki.in(id, "Reading the time zone of a wiki", context -> {
            BaseObject preferences = context.getWiki()
                .getDocument(Names.reference(SpaceId.of(id, Names.SYSTEM).page(PREFERENCES.getName())), context)
                .getXObject(PREFERENCES);
            String name = preferences == null ? "" : preferences.getStringValue("timezone");
            try {
                return name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
            } catch (DateTimeException e) {
                return ZoneId.systemDefault();
            }
        });
    }
}
