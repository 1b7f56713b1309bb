/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.xwiki.model.reference;

import java.io.Serializable;
import java.util.Objects;

import org.xwiki.model.EntityType;

/** Stands in for the platform's in tests: a value, equal to another of the same names. */
public class EntityReference implements Serializable, Cloneable, Comparable<EntityReference>
{
    private static final long serialVersionUID = 1L;

    private final String name;

    private final EntityType type;

    private final EntityReference parent;

    public EntityReference(String name, EntityType type, EntityReference parent)
    {
        this.name = name;
        this.type = type;
        this.parent = parent;
    }

    public final String getName()
    {
        return this.name;
    }

    public final EntityReference getParent()
    {
        return this.parent;
    }

    public final EntityType getType()
    {
        return this.type;
    }

    @Override
    public int compareTo(EntityReference other)
    {
        return toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other)
    {
        return other instanceof EntityReference that && this.name.equals(that.name) && this.type == that.type
            && Objects.equals(this.parent, that.parent);
    }

    @Override
    public int hashCode()
    {
        return Objects.hash(this.name, this.type, this.parent);
    }

    @Override
    public String toString()
    {
        return this.parent == null ? this.name : this.parent + "/" + this.name;
    }
}
