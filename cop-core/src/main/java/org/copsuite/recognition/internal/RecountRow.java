/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** By which rules the points of a wiki were made, and how far they are computed again by others. */
@Entity
@Table(name = "cop_recount")
public class RecountRow
{
    @Id
    @Column(length = 64)
    String wiki;

    /** The fingerprint of the rules by which all points were made before the recount at hand. */
    @Column(name = "made_by", nullable = false, length = 64)
    String madeBy;

    /** The fingerprint of the rules of the recount at hand, {@code null} where there is none. */
    @Column(length = 64)
    String wanted;

    /** The last person who is done. */
    @Column(name = "last_person", nullable = false, length = 255)
    String last;

    @Column(name = "people_done", nullable = false)
    long done;

    @Column(name = "people_total", nullable = false)
    long total;

    /** For Hibernate. */
    protected RecountRow()
    {
    }

    RecountRow(String wiki, String madeBy)
    {
        this.wiki = wiki;
        this.madeBy = madeBy;
        this.last = "";
    }
}
