/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.model.reference;

import org.xwiki.model.EntityType;

/** Stands in for the platform's in tests. */
public class WikiReference extends EntityReference
{
    private static final long serialVersionUID = 1L;

    public WikiReference(String name)
    {
        super(name, EntityType.WIKI, null);
    }
}
