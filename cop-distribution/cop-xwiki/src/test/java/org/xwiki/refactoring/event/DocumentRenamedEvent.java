/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.refactoring.event;

import org.xwiki.model.reference.DocumentReference;
import org.xwiki.refactoring.internal.event.AbstractEntityCopyOrRenameEvent;

/** A stand-in: what XWiki's job tells of each page that it has moved. */
public class DocumentRenamedEvent extends AbstractEntityCopyOrRenameEvent<DocumentReference>
{
    private final DocumentReference source;

    private final DocumentReference target;

    /** Matches all. */
    public DocumentRenamedEvent()
    {
        this(null, null);
    }

    /**
     * @param source where the page was
     * @param target where it is
     */
    public DocumentRenamedEvent(DocumentReference source, DocumentReference target)
    {
        this.source = source;
        this.target = target;
    }

    @Override
    public DocumentReference getSourceReference()
    {
        return this.source;
    }

    @Override
    public DocumentReference getTargetReference()
    {
        return this.target;
    }

    @Override
    public boolean matches(Object other)
    {
        return other instanceof DocumentRenamedEvent;
    }
}
