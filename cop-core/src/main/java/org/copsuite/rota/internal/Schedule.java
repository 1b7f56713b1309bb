/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.copsuite.person.Absences.Absence;
import org.copsuite.rota.RotaActs.PlanDetail;
import org.copsuite.wiki.UserId;

/**
 * Computes who leads on which date.
 *
 * @param plan the plan
 * @param swapped whose a date is by a swap, by epoch day
 * @param members those people of the plan who are members of the community and have an active account
 * @param absences the absences of these people
 */
record Schedule(PlanDetail plan, Map<Integer, UserId> swapped, Set<UserId> members, Map<UserId, Absence> absences)
{
    /**
     * @param plan a plan
     * @param from a day
     * @param number the number of dates
     * @return the dates from that day on
     */
    static List<LocalDate> dates(PlanDetail plan, LocalDate from, int number)
    {
        long passed = Math.max(0, from.toEpochDay() - plan.first().toEpochDay());
        LocalDate date = plan.first().plusDays((passed + plan.every() - 1) / plan.every() * plan.every());
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            dates.add(date.plusDays((long) i * plan.every()));
        }
        return dates;
    }

    /**
     * @param date a date of the plan
     * @return whose date it is, by the order or by a swap
     */
    UserId owner(LocalDate date)
    {
        UserId swapper = this.swapped.get((int) date.toEpochDay());
        return swapper != null && this.plan.people().contains(swapper) ? swapper
            : this.plan.people().get((int) (number(date) % this.plan.people().size()));
    }

    private long number(LocalDate date)
    {
        return (date.toEpochDay() - this.plan.first().toEpochDay()) / this.plan.every();
    }

    /**
     * @param date a date of the plan
     * @return who leads: the owner, or one of the others, who take the dates of who is missing in turn; empty if everybody
     *         is
     */
    Optional<UserId> leader(LocalDate date)
    {
        UserId owner = owner(date);
        if (isThere(owner, date)) {
            return Optional.of(owner);
        }
        List<UserId> people = this.plan.people();
        List<UserId> others = new ArrayList<>();
        for (int i = 1; i < people.size(); i++) {
            UserId other = people.get((people.indexOf(owner) + i) % people.size());
            if (isThere(other, date)) {
                others.add(other);
            }
        }
        long turn = number(date) / people.size();
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get((int) (turn % others.size())));
    }

    private boolean isThere(UserId person, LocalDate date)
    {
        Absence absence = this.absences.get(person);
        return this.members.contains(person) && (absence == null || !absence.includes(date));
    }
}
