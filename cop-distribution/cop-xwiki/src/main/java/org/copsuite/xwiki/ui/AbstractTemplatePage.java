/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.setting.Suite;
import org.copsuite.xwiki.MandatoryObject;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.AbstractMandatoryDocumentInitializer;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * A page for XWiki's dialog that creates pages. XWiki creates it in each wiki as a mandatory document, so that it does
 * not carry the script right of the user who installs the suite.
 */
abstract class AbstractTemplatePage extends AbstractMandatoryDocumentInitializer
{
    @Inject
    private Provider<XWikiContext> contexts;

    private final LocalDocumentReference xclass;

    private final Map<String, String> properties;

    /**
     * @param name the name of the page
     * @param title its title
     * @param xclass the class of its object
     * @param properties the properties of the object
     */
    AbstractTemplatePage(String name, String title, LocalDocumentReference xclass, Map<String, String> properties)
    {
        super(new LocalDocumentReference(Suite.SPACE, name), title);
        this.xclass = xclass;
        this.properties = properties;
    }

    @Override
    public boolean updateDocument(XWikiDocument document)
    {
        // The non-short-circuit "|" runs both updates.
        return super.updateDocument(document) | MandatoryObject.add(document, this.xclass, this.contexts.get(),
            object -> this.properties.forEach((name, value) -> object.setStringValue(name, value)));
    }
}
