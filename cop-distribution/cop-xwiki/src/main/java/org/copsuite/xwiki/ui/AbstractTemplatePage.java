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
 * A page of XWiki's dialog that creates pages, made in each wiki: so no script right of whoever installs the suite is in
 * it.
 */
abstract class AbstractTemplatePage extends AbstractMandatoryDocumentInitializer
{
    @Inject
    private Provider<XWikiContext> contexts;

    private final LocalDocumentReference xclass;

    private final Map<String, String> properties;

    /**
     * @param name the page's name
     * @param title what it is called
     * @param xclass the class of the object on it
     * @param properties what the object says
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
        // Both are done, whatever the first has changed.
        return super.updateDocument(document) | MandatoryObject.add(document, this.xclass, this.contexts.get(),
            object -> this.properties.forEach((name, value) -> object.setStringValue(name, value)));
    }
}
