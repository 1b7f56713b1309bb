/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.ui;

import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.xwiki.WikiFailure;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.AbstractMandatoryDocumentInitializer;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * A page of XWiki's dialog that creates pages, made in each wiki: so no script right of whoever installs the suite is in
 * it.
 */
abstract class AbstractTemplatePage extends AbstractMandatoryDocumentInitializer
{
    private static final String SPACE = "CoP";

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
        super(new LocalDocumentReference(SPACE, name), title);
        this.xclass = xclass;
        this.properties = properties;
    }

    @Override
    public boolean updateDocument(XWikiDocument document)
    {
        boolean changed = super.updateDocument(document);
        if (document.getXObject(this.xclass) == null) {
            try {
                BaseObject object = document.newXObject(this.xclass, this.contexts.get());
                this.properties.forEach((name, value) -> object.setStringValue(name, value));
            } catch (XWikiException e) {
                throw new WikiFailure("A template of the suite could not be made.", e);
            }
            changed = true;
        }
        return changed;
    }
}
