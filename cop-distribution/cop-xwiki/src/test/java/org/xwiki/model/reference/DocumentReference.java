/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.model.reference;

import java.util.ArrayList;
import java.util.List;

import org.xwiki.model.EntityType;

/** Stands in for the platform's in tests. */
public class DocumentReference extends AbstractLocalizedEntityReference
{
    private static final long serialVersionUID = 1L;

    public DocumentReference(String wiki, List<String> spaces, String name)
    {
        super(name, EntityType.DOCUMENT, new SpaceReference(wiki, spaces));
    }

    public WikiReference getWikiReference()
    {
        EntityReference each = this;
        while (each.getParent() != null) {
            each = each.getParent();
        }
        return (WikiReference) each;
    }

    public List<SpaceReference> getSpaceReferences()
    {
        List<SpaceReference> spaces = new ArrayList<>();
        for (EntityReference each = getParent(); each instanceof SpaceReference space; each = each.getParent()) {
            spaces.add(0, space);
        }
        return spaces;
    }
}
