/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.MappedSuperclass;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** The common columns of questions and answers. */
@MappedSuperclass
public abstract class PostRow extends IdentifiedRow
{
    @Column(nullable = false, length = 768)
    String page;

    /** The deciding space of the page. */
    @Column(nullable = false, length = 768)
    String space;

    @Column(name = "own_rights", nullable = false)
    boolean ownRights;

    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    /** The version of the page from which the row was computed. */
    @Column(nullable = false, length = 40)
    String version;

    @Column(nullable = false, length = 255)
    String author;

    @Column(nullable = false)
    long created;

    /** The sequence of the entry that created it; breaks ties of equal times. */
    @Column(name = "place", nullable = false)
    long sequence;

    @Column
    Long edited;

    @Column(name = "votes_up", nullable = false)
    int up;

    @Column(name = "votes_down", nullable = false)
    int down;

    @Column(nullable = false)
    int score;

    @Column(nullable = false)
    int comments;

    @Column(nullable = false)
    boolean deleted;

    /** @return the question of the thread; the post itself for a question */
    abstract UUID thread();
}
