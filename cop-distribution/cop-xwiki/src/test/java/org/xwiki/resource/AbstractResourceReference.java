/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.resource;

import java.util.List;
import java.util.Map;

/** Stands for XWiki's: keeps its type. */
public abstract class AbstractResourceReference implements ResourceReference
{
    private ResourceType type;

    @Override
    public ResourceType getType()
    {
        return this.type;
    }

    public void setType(ResourceType type)
    {
        this.type = type;
    }

    @Override
    public void addParameter(String name, Object value)
    {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, List<String>> getParameters()
    {
        return Map.of();
    }

    @Override
    public List<String> getParameterValues(String name)
    {
        return null;
    }

    @Override
    public String getParameterValue(String name)
    {
        return null;
    }
}
