/* SPDX-License-Identifier: LGPL-2.1-or-later */
package com.xpn.xwiki.doc;

import org.xwiki.model.reference.EntityReference;

/** Stands in for the platform's in tests: finds nothing to change. */
public abstract class AbstractMandatoryDocumentInitializer implements MandatoryDocumentInitializer
{
    private final EntityReference reference;

    private final String title;

    protected AbstractMandatoryDocumentInitializer(EntityReference reference, String title)
    {
        this.reference = reference;
        this.title = title;
    }

    @Override
    public EntityReference getDocumentReference()
    {
        return this.reference;
    }

    protected boolean isMainWikiOnly()
    {
        return false;
    }

    @Override
    public boolean updateDocument(XWikiDocument document)
    {
        boolean changed = !getTitle().equals(document.getTitle());
        document.setTitle(getTitle());
        return changed;
    }

    protected String getTitle()
    {
        return this.title;
    }
}
