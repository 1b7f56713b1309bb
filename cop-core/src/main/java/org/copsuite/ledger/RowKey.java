/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

import org.copsuite.wiki.WikiId;

/**
 * Primary key of a projection's row about one subject. The wiki belongs to it, since a copied wiki holds the same
 * UUIDs.
 */
public class RowKey implements Serializable
{
    private static final long serialVersionUID = 1L;

    private String wiki;

    private UUID id;

    /** For Hibernate. */
    public RowKey()
    {
    }

    /**
     * @param wiki the wiki
     * @param id the subject
     */
    public RowKey(WikiId wiki, UUID id)
    {
        this.wiki = wiki.value();
        this.id = id;
    }

    @Override
    public boolean equals(Object other)
    {
        return other instanceof RowKey key && Objects.equals(this.wiki, key.wiki) && Objects.equals(this.id, key.id);
    }

    @Override
    public int hashCode()
    {
        return Objects.hash(this.wiki, this.id);
    }
}
