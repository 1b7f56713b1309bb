/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.model.reference;

import org.xwiki.model.EntityType;

/** Stands in for the platform's in tests. */
public class LocalDocumentReference extends AbstractLocalizedEntityReference
{
    private static final long serialVersionUID = 1L;

    public LocalDocumentReference(String space, String name)
    {
        super(name, EntityType.DOCUMENT, new EntityReference(space, EntityType.SPACE, null));
    }
}
