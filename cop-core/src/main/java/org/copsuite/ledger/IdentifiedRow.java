/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.MappedSuperclass;

import org.hibernate.annotations.Type;

/**
 * A row of a projection whose key is the wiki and the UUID of the row's subject. The fields are public, because the
 * statements of each capability use them like the columns of its own rows.
 */
@MappedSuperclass
@IdClass(RowKey.class)
public abstract class IdentifiedRow
{
    /** The wiki. */
    @Id
    @Column(length = 64)
    public String wiki;

    /** The subject, unique in the wiki. */
    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    public UUID id;

    /** For Hibernate. */
    protected IdentifiedRow()
    {
    }

    /**
     * Creates a row.
     *
     * @param wiki the wiki
     * @param id the subject
     */
    protected IdentifiedRow(String wiki, UUID id)
    {
        this.wiki = wiki;
        this.id = id;
    }
}
