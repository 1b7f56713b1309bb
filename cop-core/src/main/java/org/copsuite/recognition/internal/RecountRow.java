/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The rules by which the points of a wiki were computed. */
@Entity
@Table(name = "cop_recount")
public class RecountRow
{
    @Id
    @Column(length = 64)
    String wiki;

    /** Fingerprint of the rules of all points, {@code ""} during a recount. */
    @Column(name = "made_by", nullable = false, length = 64)
    String madeBy;

    /** For Hibernate. */
    protected RecountRow()
    {
    }

    RecountRow(String wiki, String madeBy)
    {
        this.wiki = wiki;
        this.madeBy = madeBy;
    }
}
