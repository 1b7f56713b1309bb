/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.ledger.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Progress of the rebuild of a wiki's projections. */
@Entity
@Table(name = "cop_rebuild")
public class RebuildRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Column(nullable = false, length = 20)
    String state;

    /** Hint of the current projection. */
    @Column(name = "view_name", nullable = false, length = 40)
    String projection;

    /** The last key rebuilt of the current projection, {@code ""} at its start. */
    @Column(name = "last_key", nullable = false, length = 255)
    String lastKey;

    @Column(name = "keys_done", nullable = false)
    long done;

    @Column(name = "keys_total", nullable = false)
    long total;

    /** For Hibernate. */
    protected RebuildRow()
    {
    }

    RebuildRow(String wiki)
    {
        this.wiki = wiki;
    }
}
