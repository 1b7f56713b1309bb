/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.hibernate.annotations.Type;

/** A date that belongs to somebody else than by the order. Its id derives from the rota and the date. */
@Entity
@Table(name = "cop_rota_day")
public class RotaDayRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID rota;

    /** Epoch day. */
    @Column(name = "on_day", nullable = false)
    int onDay;

    @Column(nullable = false, length = 255)
    String person;

    /** For Hibernate. */
    protected RotaDayRow()
    {
    }

    RotaDayRow(String wiki, UUID rota, int onDay)
    {
        super(wiki, idOf(rota, onDay));
        this.rota = rota;
        this.onDay = onDay;
    }

    static UUID idOf(UUID rota, int onDay)
    {
        return UUID.nameUUIDFromBytes((rota + "/" + onDay).getBytes(StandardCharsets.UTF_8));
    }
}
