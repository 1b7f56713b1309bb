/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The key of a view's row about one thing: the same UUID may stand in two wikis, where one was copied from the other. */
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
     * @param id what the row is about
     */
    public RowKey(String wiki, UUID id)
    {
        this.wiki = wiki;
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
