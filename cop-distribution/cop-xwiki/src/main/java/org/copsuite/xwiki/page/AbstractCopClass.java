/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.page;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.xwiki.MandatoryObject;
import org.copsuite.xwiki.Names;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.AbstractMandatoryClassInitializer;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.TextAreaClass;

/**
 * A class of the suite's objects, created in each wiki when the suite is installed. XWiki shows a page with an object
 * of {@code CoP.QuestionClass} through {@code CoP.QuestionSheet}.
 */
abstract class AbstractCopClass extends AbstractMandatoryClassInitializer
{
    private static final int SHORT = 40;

    private static final int LINES = 3;

    private static final LocalDocumentReference BINDING =
        new LocalDocumentReference(Names.SYSTEM, "ClassSheetBinding");

    private final String sheet;

    private final List<String> properties;

    @Inject
    private Provider<XWikiContext> contexts;

    /**
     * @param type the type of the objects
     * @param title the title of the class
     * @param properties the names of its properties beside the id
     */
    AbstractCopClass(String type, String title, List<String> properties)
    {
        super(PageObjects.classOf(type), title);
        this.properties = properties;
        this.sheet = PageObjects.sheetOf(type);
    }

    /** Adds the object that binds the sheet to the class; XWiki finds the sheet of a class only through it. */
    @Override
    public boolean updateDocument(XWikiDocument document)
    {
        // The non-short-circuit "|" runs both updates.
        return super.updateDocument(document) | MandatoryObject.add(document, BINDING, this.contexts.get(),
            binding -> binding.setStringValue("sheet", this.sheet));
    }

    /** Adds all properties as pure text, which XWiki neither runs nor renders. */
    @Override
    protected void createClass(BaseClass xclass)
    {
        xclass.addTextField(PageObjects.ID, "Id", SHORT);
        for (String name : this.properties) {
            xclass.addTextAreaField(name, name, SHORT, LINES, TextAreaClass.EditorType.PURE_TEXT,
                TextAreaClass.ContentType.PURE_TEXT);
        }
    }
}
