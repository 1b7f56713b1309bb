/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.setting.Suite;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.WikiId;
import org.copsuite.xwiki.Names;
import org.copsuite.xwiki.WikiContext;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.descriptor.ComponentDescriptor;
import org.xwiki.component.manager.ComponentManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.MandatoryDocumentInitializer;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Deletes the pages through which a wiki offers the suite: the section of the administration and the templates in
 * XWiki's dialog for new pages. Without the suite's code they show untranslated names and an unknown macro. XWiki creates
 * them as mandatory documents when the suite is installed again, or at its next start if the uninstallation failed. The
 * classes of the suite's objects remain with the objects.
 */
@Component(roles = OfferingPages.class)
@Singleton
public class OfferingPages
{
    private static final String PREFIX = Suite.SPACE + '.';

    /** The names of the classes of the suite's objects end with it. */
    private static final String CLASS = "Class";

    @Inject
    private ComponentManager components;

    @Inject
    private WikiContext wiki;

    /**
     * @param wikiId the id of the wiki
     */
    public void delete(WikiId wikiId)
    {
        // XWiki registers the initializer of a mandatory document under the full name of the document.
        this.wiki.in(wikiId, "Deleting the suite's entries", context -> {
            for (ComponentDescriptor<?> page : this.components
                .getComponentDescriptorList(MandatoryDocumentInitializer.class)) {
                String name = page.getRoleHint();
                if (name.startsWith(PREFIX) && !name.endsWith(CLASS)) {
                    delete(SpaceId.of(wikiId, Suite.SPACE).page(name.substring(PREFIX.length())), context);
                }
            }
            return null;
        });
    }

    private static void delete(PageId page, XWikiContext context) throws XWikiException
    {
        XWikiDocument document = context.getWiki().getDocument(Names.reference(page), context);
        if (!document.isNew()) {
            context.getWiki().deleteAllDocuments(document, context);
        }
    }
}
