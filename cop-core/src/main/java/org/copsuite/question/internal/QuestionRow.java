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

/**
 * A question as lists and its page show it. Title, text, tags, place and version come from its page; all else from the
 * ledger.
 */
@Entity
@DynamicUpdate
@IdClass(RowKey.class)
@Table(name = "cop_question")
public class QuestionRow
{
    @Id
    @Column(length = 64)
    String wiki;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID id;

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

    @Column(nullable = false, length = 255)
    String title;

    /** The first words of the text, plain. */
    @Column(nullable = false, length = 255)
    String summary;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String body;

    /** Its tags, each between two blanks: {@code " a b "}. */
    @Column(nullable = false, length = 1000)
    String tags;

    /** The version of the page that the row was made from. */
    @Column(nullable = false, length = 40)
    String version;

    @Column(nullable = false, length = 255)
    String author;

    @Column(nullable = false)
    long created;

    @Column
    Long edited;

    /** When it was asked, answered, edited or commented last. */
    @Column(nullable = false)
    long active;

    @Column(name = "votes_up", nullable = false)
    int up;

    @Column(name = "votes_down", nullable = false)
    int down;

    @Column(nullable = false)
    int score;

    @Column(nullable = false)
    int answers;

    /** How many of the answers are accepted. */
    @Column(nullable = false)
    int accepted;

    @Column(nullable = false)
    int comments;

    @Column(nullable = false)
    int views;

    @Column(nullable = false)
    double hot;

    @Column(nullable = false)
    boolean closed;

    @Column(name = "closing_reason", length = 20)
    String closingReason;

    @Column(name = "closed_by", length = 255)
    String closedBy;

    @Column(name = "closed_at")
    Long closedAt;

    @Type(type = "uuid-char")
    @Column(name = "duplicate_of", length = 36)
    UUID duplicateOf;

    @Column(nullable = false)
    boolean deleted;
}
