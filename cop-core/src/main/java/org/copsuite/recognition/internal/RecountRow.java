/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The rules by which the points of a wiki were computed, and the progress of a recount. */
@Entity
@Table(name = "cop_recount")
public class RecountRow
{
    @Id
    @Column(length = 64)
    String wiki;

    /** Fingerprint of the rules of all points before the current recount. */
    @Column(name = "made_by", nullable = false, length = 64)
    String madeBy;

    /** Fingerprint of the rules of the current recount, {@code null} if none runs. */
    @Column(length = 64)
    String wanted;

    /** The last person done. */
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
