/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.Tags;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.IdentifiedRow;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.wiki.PageId;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Type;

/** A question that is held back. Its text is in no entry, so no projection computes it. */
@Entity
@DynamicUpdate
@Table(name = "cop_held")
public class HeldRow extends IdentifiedRow
{
    /** The id that the question will have, from the form that sent it. */
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID question;

    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 255)
    String author;

    @Column(nullable = false, length = 255)
    String title;

    /** xwiki/2.1. */
    @Type(type = "text")
    @Column(nullable = false)
    String body;

    /** Its tags, each between two blanks. */
    @Column(nullable = false, length = 1000)
    String tags;

    /** The page that it is about, {@code null} for none. */
    @Column(length = 768)
    String about;

    /** In milliseconds of the epoch. */
    @Column(nullable = false)
    long created;

    /** Counts the edits. */
    @Column(name = "text_version", nullable = false)
    int version;

    /** The number of comments. */
    @Column(nullable = false)
    int comments;

    /** Whether a coach has commented. */
    @Column(nullable = false)
    boolean coached;

    /** Whether the author was told not to wait. */
    @Column(nullable = false)
    boolean told;

    /** When its author began to publish it, in milliseconds of the epoch; {@code null} otherwise. */
    @Column
    Long publishing;

    /** For Hibernate. */
    protected HeldRow()
    {
    }

    HeldRow(String wiki, UUID id)
    {
        super(wiki, id);
    }

    void copy(Ask ask)
    {
        this.title = ask.title();
        this.body = ask.body();
        this.tags = Tags.join(ask.tags());
    }

    Ask ask()
    {
        return new Ask(this.question, new CommunityId(this.community), this.title, this.body, Tags.split(this.tags),
            aboutPage());
    }

    PageId aboutPage()
    {
        return this.about == null ? null : PageId.parse(this.about);
    }

    String versionText()
    {
        return String.valueOf(this.version);
    }
}
