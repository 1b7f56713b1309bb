/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.expertise.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;

/** A topic that a person hides; the id comes from {@code ExpertiseService#hiddenSubject}. */
@Entity
@Table(name = "cop_hidden_topic")
public class HiddenTopicRow extends IdentifiedRow
{
    @Column(nullable = false, length = 255)
    String person;

    @Column(nullable = false, length = 100)
    String topic;

    /** For Hibernate. */
    protected HiddenTopicRow()
    {
    }

    HiddenTopicRow(String wiki, UUID id)
    {
        super(wiki, id);
    }
}
