/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.model.reference;

import org.xwiki.model.EntityType;

/** Stands in for the platform's in tests. */
public abstract class AbstractLocalizedEntityReference extends EntityReference
{
    private static final long serialVersionUID = 1L;

    protected AbstractLocalizedEntityReference(String name, EntityType type, EntityReference parent)
    {
        super(name, type, parent);
    }
}
