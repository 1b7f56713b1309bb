/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.model.reference;

import java.util.List;

import org.xwiki.model.EntityType;

/** Stands in for the platform's in tests. */
public class SpaceReference extends EntityReference
{
    private static final long serialVersionUID = 1L;

    public SpaceReference(String wiki, List<String> names)
    {
        super(names.get(names.size() - 1), EntityType.SPACE, names.size() == 1 ? new WikiReference(wiki)
            : new SpaceReference(wiki, names.subList(0, names.size() - 1)));
    }
}
