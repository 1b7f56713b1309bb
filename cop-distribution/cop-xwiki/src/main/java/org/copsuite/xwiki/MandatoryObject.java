/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.util.function.Consumer;

import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/** The object of a page that XWiki makes in each wiki when the suite comes. */
public final class MandatoryObject
{
    private MandatoryObject()
    {
    }

    /**
     * Puts it onto the page where there is none. One that is there stays as it is: an administrator may have changed it.
     *
     * @param document the page
     * @param xclass the class of the object
     * @param context XWiki's context
     * @param content writes into a new object
     * @return whether it was put
     */
    public static boolean add(XWikiDocument document, LocalDocumentReference xclass, XWikiContext context,
        Consumer<BaseObject> content)
    {
        if (document.getXObject(xclass) != null) {
            return false;
        }
        try {
            content.accept(document.newXObject(xclass, context));
        } catch (XWikiException e) {
            throw new WikiFailure(document.getDocumentReference() + " could not be made.", e);
        }
        return true;
    }
}
