/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.spi.PageTypeDescriptor;
import org.copsuite.xwiki.MandatoryObject;
import org.copsuite.xwiki.Names;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.AbstractMandatoryClassInitializer;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.TextAreaClass;

/**
 * The class of the objects of one page type, which XWiki creates in each wiki. XWiki shows a page with an object of
 * {@code CoP.QuestionClass} through {@code CoP.QuestionSheet}. {@link PageTypeRegistration} registers one for each
 * descriptor.
 */
public class PageTypeClass extends AbstractMandatoryClassInitializer
{
    private static final int SHORT = 40;

    private static final int LINES = 3;

    private static final LocalDocumentReference BINDING =
        new LocalDocumentReference(Names.SYSTEM, "ClassSheetBinding");

    @Inject
    private PageTypeDescriptor descriptor;

    @Inject
    private Provider<XWikiContext> contexts;

    /** For the component manager, which injects the descriptor afterwards. */
    public PageTypeClass()
    {
        super(null, "");
    }

    @Override
    public EntityReference getDocumentReference()
    {
        return PageObjects.classOf(this.descriptor.type());
    }

    @Override
    protected String getTitle()
    {
        return "CoP " + this.descriptor.type();
    }

    /** Adds the object that binds the sheet to the class; XWiki finds the sheet of a class only through it. */
    @Override
    public boolean updateDocument(XWikiDocument document)
    {
        // The non-short-circuit "|" runs both updates.
        return super.updateDocument(document) | MandatoryObject.add(document, BINDING, this.contexts.get(),
            binding -> binding.setStringValue("sheet", PageObjects.sheetOf(this.descriptor.type())));
    }

    /** Adds all properties as pure text, which XWiki neither runs nor renders. */
    @Override
    protected void createClass(BaseClass xclass)
    {
        xclass.addTextField(PageObjects.ID, "Id", SHORT);
        for (String name : this.descriptor.properties()) {
            xclass.addTextAreaField(name, name, SHORT, LINES, TextAreaClass.EditorType.PURE_TEXT,
                TextAreaClass.ContentType.PURE_TEXT);
        }
    }
}
