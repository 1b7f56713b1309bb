/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.membership.internal;

import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.copsuite.membership.InvitationKind;
import org.copsuite.membership.MembershipService.InvitationState;
import org.hibernate.annotations.Type;

/** An invitation into a community. */
@Entity
@Table(name = "cop_invitation")
public class InvitationRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    /** The name of an {@link InvitationKind}. */
    @Column(nullable = false, length = 20)
    String kind;

    /** The invited person; empty for another kind. */
    @Column(nullable = false, length = 255)
    String person;

    /** The name of the invited group; empty for another kind. */
    @Column(name = "group_name", nullable = false, length = 100)
    String group;

    /** The hash of the secret of a link; empty for another kind. */
    @Column(name = "secret_hash", nullable = false, length = 64)
    String hash;

    @Column(nullable = false, length = 1000)
    String note;

    @Column(nullable = false, length = 255)
    String inviter;

    @Column(name = "invited_at", nullable = false)
    long at;

    @Column(name = "expires_at", nullable = false)
    long expires;

    /** How many accounts can accept it. */
    @Column(name = "use_limit", nullable = false)
    int limit;

    /** How many have accepted it. */
    @Column(nullable = false)
    int accepted;

    /** How many have declined it. */
    @Column(nullable = false)
    int declined;

    @Column(nullable = false)
    boolean withdrawn;

    /** The sequence of its entry: it decides the order. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    /** For Hibernate. */
    protected InvitationRow()
    {
    }

    InvitationRow(String wiki, UUID id)
    {
        super(wiki, id);
    }

    InvitationKind kind()
    {
        return InvitationKind.valueOf(this.kind);
    }

    /**
     * @param now the time, in milliseconds of the epoch
     * @return the state
     */
    InvitationState state(long now)
    {
        if (kind() == InvitationKind.PERSON && this.accepted > 0) {
            return InvitationState.ACCEPTED;
        }
        if (this.withdrawn) {
            return InvitationState.WITHDRAWN;
        }
        if (kind() == InvitationKind.PERSON && this.declined > 0) {
            return InvitationState.DECLINED;
        }
        if (kind() == InvitationKind.LINK && this.accepted >= this.limit) {
            return InvitationState.USED_UP;
        }
        return this.expires <= now ? InvitationState.EXPIRED : InvitationState.OPEN;
    }
}
