/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;

/**
 * Who asked a question anonymously, under the id of the question. It is no projection: the ledger does not tell. The row
 * has no time, and nothing else may refer to it.
 */
@Entity
@Table(name = "cop_seal")
public class SealRow extends IdentifiedRow
{
    @Column(nullable = false, length = 255)
    String person;

    /** The sequence of the last entry that the asker has seen. */
    @Column(nullable = false)
    long seen;

    /** The sequence of the last entry of which the asker was told by mail. */
    @Column(nullable = false)
    long mailed;

    /** For Hibernate. */
    protected SealRow()
    {
    }

    SealRow(String wiki, UUID question, String person)
    {
        super(wiki, question);
        this.person = person;
    }
}
