/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.feedback.PollActs.PollDetail;
import org.copsuite.feedback.PollService.Kind;
import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A poll, open or closed. The numbers are those of open ballots; secret ones are in {@link TallyRow}. */
@Entity
@Table(name = "cop_poll")
public class PollRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 255)
    String author;

    @Column(nullable = false, length = 1000)
    String question;

    @Column(nullable = false, length = 20)
    String kind;

    @Column(nullable = false)
    boolean secret;

    /** One option a line. */
    @Column(nullable = false, length = 3500)
    String options;

    /** The last day on which one can vote, or could, as epoch day. */
    @Column(name = "closes_on", nullable = false)
    int closesOn;

    @Column(name = "started_at", nullable = false)
    long startedAt;

    /** The sequence of its entry: it decides the order. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    /** Whether its end is recorded, which is after the last day at the latest. */
    @Column(nullable = false)
    boolean closed;

    @Column(nullable = false)
    boolean deleted;

    @Column(nullable = false)
    int voters;

    /** The votes or points of each option. */
    @Column(nullable = false, length = 500)
    String votes;

    /** For Hibernate. */
    protected PollRow()
    {
    }

    PollRow(String wiki, UUID id, PollDetail detail)
    {
        super(wiki, id);
        this.question = detail.question();
        this.kind = detail.kind().name();
        this.secret = detail.secret();
        this.options = String.join("\n", detail.options());
        this.closesOn = (int) detail.closes().toEpochDay();
        this.votes = Tally.write(new int[detail.options().size()]);
    }

    List<String> optionTexts()
    {
        return Arrays.asList(this.options.split("\n"));
    }

    Kind kind()
    {
        return Kind.valueOf(this.kind);
    }

    /** @return whether one can vote now */
    boolean isOpen()
    {
        return !this.closed && this.closesOn >= today();
    }

    static int today()
    {
        return (int) LocalDate.now(ZoneOffset.UTC).toEpochDay();
    }
}
