/* SPDX-License-Identifier: LGPL-2.1-or-later */
package com.xpn.xwiki.doc;

import org.xwiki.model.reference.EntityReference;

import com.xpn.xwiki.objects.classes.BaseClass;

/** Stands in for the platform's in tests. */
public abstract class AbstractMandatoryClassInitializer extends AbstractMandatoryDocumentInitializer
{
    protected AbstractMandatoryClassInitializer(EntityReference reference, String title)
    {
        super(reference, title);
    }

    /** Makes the class, as XWiki asks for it. */
    public void create(BaseClass xclass)
    {
        createClass(xclass);
    }

    protected abstract void createClass(BaseClass xclass);
}
