/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.xwiki.rest;

import java.util.List;

import org.copsuite.xwiki.request.XWikiLinks;
import org.xwiki.resource.AbstractResourceReference;
import org.xwiki.resource.ResourceType;

/** A reference to a resource of the suite outside REST: the decoded segments of the path after {@code /copsuite/}. */
public class SealedReference extends AbstractResourceReference
{
    /** The type of these references. */
    static final ResourceType TYPE = new ResourceType(XWikiLinks.SEALED);

    private final List<String> path;

    SealedReference(List<String> path)
    {
        setType(TYPE);
        this.path = List.copyOf(path);
    }

    List<String> getPath()
    {
        return this.path;
    }
}
