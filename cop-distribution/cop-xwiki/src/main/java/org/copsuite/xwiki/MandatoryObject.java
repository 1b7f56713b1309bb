/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki;

import java.util.function.Consumer;

import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/** Adds an object to a page that XWiki creates in each wiki when the suite is installed (a mandatory document). */
public final class MandatoryObject
{
    private MandatoryObject()
    {
    }

    /**
     * Adds the object to the page if it has none. Leaves an existing object unchanged, since an administrator may have
     * edited it.
     *
     * @param document the page
     * @param xclass the class of the object
     * @param context XWiki's context
     * @param content fills in the new object
     * @return whether the object was added
     * @throws WikiFailure if XWiki fails to create the object
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
            throw new WikiFailure("Failed to create an object on [" + document.getDocumentReference() + "].", e);
        }
        return true;
    }
}
