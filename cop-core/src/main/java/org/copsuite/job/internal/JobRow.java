/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.job.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;

import org.copsuite.job.JobState;
import org.copsuite.spi.JobContext;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.annotations.Type;

/** A job: its state, the position of its last step, and the runner that has claimed it. */
@Entity
@Table(name = "cop_job")
public class JobRow
{
    /** {@link #total} before it is counted. */
    static final long UNCOUNTED = -2;

    static final int ARGUMENT_MAXIMUM = 2_000;

    static final int MESSAGE_MAXIMUM = 2_000;

    @Id
    @Type(type = "uuid-char")
    @Column(length = 36)
    UUID id;

    @Column(nullable = false, length = 64)
    String wiki;

    @Column(name = "job_type", nullable = false, length = 40)
    String type;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    JobState state = JobState.QUEUED;

    @Column(name = "job_argument", nullable = false, length = ARGUMENT_MAXIMUM)
    String argument;

    @Column(nullable = false, length = 100)
    String phase = "";

    @Column(name = "job_position", nullable = false, length = 2_000)
    String position = "";

    @Column(name = "units_done", nullable = false)
    long done;

    /** The number of all units, negative if it is unknown. */
    @Column(name = "units_total", nullable = false)
    long total = UNCOUNTED;

    /** The number of failed tries of the current step. */
    @Column(nullable = false)
    int tries;

    /** When the next try may start, in milliseconds since the epoch. */
    @Column(name = "not_before", nullable = false)
    long notBefore;

    /** The translation key of the last failure. */
    @Column(name = "message_key", length = 200)
    String messageKey;

    /** The arguments of the message, as a JSON array. */
    @Column(name = "message_arguments", length = MESSAGE_MAXIMUM)
    String messageArguments;

    /** {@code null} if the suite started it. */
    @Column(name = "started_by", length = 255)
    String startedBy;

    /** In milliseconds since the epoch; later for each further job of a type. */
    @Column(name = "created_at", nullable = false)
    long created;

    @Column(name = "updated_at", nullable = false)
    long updated;

    /** The runner that has claimed it. */
    @Column(name = "claimed_by", length = 36)
    String claimedBy;

    /** When the claim lapses, in milliseconds since the epoch. */
    @Column(name = "claimed_until", nullable = false)
    long claimedUntil;

    /** For Hibernate. */
    protected JobRow()
    {
    }

    JobRow(String wiki, String type, String argument, UserId startedBy, long created)
    {
        this.id = UUID.randomUUID();
        this.wiki = wiki;
        this.type = type;
        this.argument = argument;
        this.startedBy = startedBy == null ? null : startedBy.value();
        this.created = created;
        this.updated = created;
    }

    JobContext context()
    {
        return new JobContext(this.id, new WikiId(this.wiki), starter(), this.argument, this.phase, this.position,
            this.done);
    }

    UserId starter()
    {
        return this.startedBy == null ? null : new UserId(this.startedBy);
    }

    boolean isClaimableBy(String runner, long now)
    {
        return this.state.isLive() && this.notBefore <= now
            && (this.claimedUntil <= now || runner.equals(this.claimedBy));
    }

    /** Ends or pauses the work of a runner. */
    void release(JobState next)
    {
        this.state = next;
        this.claimedBy = null;
        this.claimedUntil = 0;
    }
}
