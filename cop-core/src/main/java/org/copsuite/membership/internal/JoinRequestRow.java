/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.time.Duration;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.copsuite.membership.MembershipService.RequestState;
import org.hibernate.annotations.Type;

/** A request to join a community. */
@Entity
@Table(name = "cop_join_request")
public class JoinRequestRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    /** Who asks. */
    @Column(nullable = false, length = 255)
    String person;

    @Column(nullable = false, length = 1000)
    String note;

    @Column(name = "requested_at", nullable = false)
    long at;

    /** The sequence of its entry: it decides the order. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    /** OPEN, ACCEPTED, DECLINED or WITHDRAWN; read it with {@link #state(long, Duration)}. */
    @Column(nullable = false, length = 20)
    String state;

    @Column(nullable = false, length = 1000)
    String answer;

    /** For Hibernate. */
    protected JoinRequestRow()
    {
    }

    JoinRequestRow(String wiki, UUID id)
    {
        super(wiki, id);
    }

    /**
     * @param now the time, in milliseconds of the epoch
     * @param lifetime how long requests stay open
     * @return the state
     */
    RequestState state(long now, Duration lifetime)
    {
        RequestState stored = RequestState.valueOf(this.state);
        return stored == RequestState.OPEN && this.at + lifetime.toMillis() <= now ? RequestState.EXPIRED : stored;
    }
}
