/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** The vector of a thing or of one of its parts. */
@Entity
@Table(name = "cop_vector")
public class VectorRow extends IdentifiedRow
{
    /** The thing: the row itself, or what it is a part of. */
    @Type(type = "uuid-char")
    @Column(length = 36, nullable = false)
    UUID item;

    /** The encoder and how its texts are put together. */
    @Column(nullable = false, length = 80)
    String encoder;

    /** What was encoded, as a digest. */
    @Column(nullable = false, length = 32)
    String digest;

    /** The coordinates, one byte each; see {@link Vectors}. */
    @Column(nullable = false)
    byte[] coordinates;

    /** For Hibernate. */
    protected VectorRow()
    {
    }

    VectorRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
