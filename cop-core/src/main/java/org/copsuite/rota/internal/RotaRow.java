/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

import org.copsuite.ledger.IdentifiedRow;
import org.copsuite.rota.RotaActs.PlanDetail;
import org.copsuite.wiki.UserId;
import org.hibernate.annotations.Type;

/** The plan of a rota. */
@Entity
@Table(name = "cop_rota")
public class RotaRow extends IdentifiedRow
{
    @Type(type = "uuid-char")
    @Column(nullable = false, length = 36)
    UUID community;

    @Column(nullable = false, length = 500)
    String title;

    /** Epoch day. */
    @Column(name = "first_day", nullable = false)
    int firstDay;

    /** Days between two dates. */
    @Column(name = "every_days", nullable = false)
    int everyDays;

    /** One id a line, in their order. */
    @Type(type = "text")
    @Column(nullable = false)
    String people;

    /** The sequence of the entry that planned or changed it: its version. */
    @Column(name = "sequence_number", nullable = false)
    long sequence;

    @Column(nullable = false)
    boolean deleted;

    /** For Hibernate. */
    protected RotaRow()
    {
    }

    RotaRow(String wiki, UUID id)
    {
        super(wiki, id);
    }

    void copy(PlanDetail plan)
    {
        this.title = plan.title();
        this.firstDay = (int) plan.first().toEpochDay();
        this.everyDays = plan.every();
        this.people = String.join("\n", plan.people().stream().map(UserId::value).toList());
    }

    PlanDetail plan()
    {
        return new PlanDetail(this.title, LocalDate.ofEpochDay(this.firstDay), this.everyDays, order());
    }

    List<UserId> order()
    {
        return this.people.lines().map(UserId::new).toList();
    }
}
