/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A charter, as its page says. */
@Entity
@Table(name = "cop_charter")
public class CharterRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 768)
    String page;

    /** The deciding space of the page. */
    @Column(nullable = false, length = 768)
    String space;

    @Column(name = "own_rights", nullable = false)
    boolean ownRights;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String guidelines;

    /** As {@link ObjectiveLines} writes them. */
    @Type(type = "text")
    @Column(nullable = false)
    String objectives;

    /** The version of the page from which the row was computed. */
    @Column(nullable = false, length = 40)
    String version;

    /** The sequence of the entry that created it: of several charters in a community, the first one counts. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    @Column(nullable = false)
    boolean deleted;
}
