/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

import org.copsuite.ledger.RowKey;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/** An answer as its question's page shows it. Text, place and version come from its page; all else from the ledger. */
@Entity
@DynamicUpdate
@IdClass(RowKey.class)
@Table(name = "cop_answer")
public class AnswerRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID id;

    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID question;

    @Column(nullable = false, length = 768)
    String page;

    /** The space that decides who may view the page. */
    @Column(nullable = false, length = 768)
    String space;

    @Column(name = "own_rights", nullable = false)
    boolean ownRights;

    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String body;

    /** The version of the page that the row was made from. */
    @Column(nullable = false, length = 40)
    String version;

    @Column(nullable = false, length = 255)
    String author;

    @Column(nullable = false)
    long created;

    @Column
    Long edited;

    @Column(name = "votes_up", nullable = false)
    int up;

    @Column(name = "votes_down", nullable = false)
    int down;

    @Column(nullable = false)
    int score;

    @Column(nullable = false)
    boolean accepted;

    @Column(name = "accepted_at")
    Long acceptedAt;

    /** The ledger row that accepted it, to be undone; {@code null} where it is not accepted. */
    @Column(name = "accepted_place")
    Long acceptedPlace;

    @Column(nullable = false)
    int comments;

    @Column(nullable = false)
    boolean deleted;
}
