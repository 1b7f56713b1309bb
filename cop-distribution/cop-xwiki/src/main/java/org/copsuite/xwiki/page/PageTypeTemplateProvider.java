/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.setting.Suite;
import org.copsuite.spi.PageTypeDescriptor;
import org.copsuite.xwiki.MandatoryObject;
import org.copsuite.xwiki.Names;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.AbstractMandatoryDocumentInitializer;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Offers a page type in XWiki's dialog that creates pages. The location of the created page and the rights of its author
 * decide whether the page becomes one of that type.
 */
public class PageTypeTemplateProvider extends AbstractMandatoryDocumentInitializer
{
    private static final LocalDocumentReference PROVIDER =
        new LocalDocumentReference(Names.SYSTEM, "TemplateProviderClass");

    @Inject
    private PageTypeDescriptor descriptor;

    @Inject
    private Provider<XWikiContext> contexts;

    /** For the component manager, which injects the descriptor afterwards. */
    public PageTypeTemplateProvider()
    {
        super(null, "");
    }

    @Override
    public EntityReference getDocumentReference()
    {
        return PageObjects.templateProviderOf(this.descriptor.type());
    }

    @Override
    protected String getTitle()
    {
        return "CoP Suite: a " + this.descriptor.type();
    }

    @Override
    public boolean updateDocument(XWikiDocument document)
    {
        // The non-short-circuit "|" runs both updates.
        return super.updateDocument(document)
            | MandatoryObject.add(document, PROVIDER, this.contexts.get(), this::describe);
    }

    private void describe(BaseObject provider)
    {
        String key = "cop.xwiki.template." + this.descriptor.type();
        provider.setStringValue("name", key);
        provider.setStringValue("description", key + ".description");
        provider.setStringValue("icon", this.descriptor.templateIcon().orElseThrow());
        provider.setStringValue("template",
            Suite.SPACE + '.' + PageObjects.templateOf(this.descriptor.type()).getName());
        provider.setStringValue("action", "edit");
    }
}
