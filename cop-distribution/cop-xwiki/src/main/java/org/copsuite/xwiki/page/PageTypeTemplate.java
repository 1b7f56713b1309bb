/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.spi.PageTypeDescriptor;
import org.copsuite.xwiki.MandatoryObject;
import org.xwiki.model.reference.EntityReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.AbstractMandatoryDocumentInitializer;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * The template of a page type: a page with an object without an id, which {@link NewObjects} sets when a page made from
 * it is saved. XWiki creates the template as a mandatory document, so that it does not carry the script right of the
 * user who installs the suite.
 */
public class PageTypeTemplate extends AbstractMandatoryDocumentInitializer
{
    @Inject
    private PageTypeDescriptor descriptor;

    @Inject
    private Provider<XWikiContext> contexts;

    /** For the component manager, which injects the descriptor afterwards. */
    public PageTypeTemplate()
    {
        super(null, "");
    }

    @Override
    public EntityReference getDocumentReference()
    {
        return PageObjects.templateOf(this.descriptor.type());
    }

    @Override
    protected String getTitle()
    {
        return "CoP Suite: template of a " + this.descriptor.type();
    }

    @Override
    public boolean updateDocument(XWikiDocument document)
    {
        // The non-short-circuit "|" runs both updates.
        return super.updateDocument(document) | MandatoryObject.add(document,
            PageObjects.classOf(this.descriptor.type()), this.contexts.get(),
            object -> object.setStringValue(PageObjects.ID, ""));
    }
}
