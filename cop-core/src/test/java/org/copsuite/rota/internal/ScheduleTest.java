/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.copsuite.person.Absences.Absence;
import org.copsuite.rota.RotaActs.PlanDetail;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who leads on which date. */
class ScheduleTest
{
    private static final LocalDate FIRST = LocalDate.of(2031, 5, 1);

    private static final UserId ANNA = new UserId("anna");

    private static final UserId BERT = new UserId("bert");

    private static final UserId CARL = new UserId("carl");

    private static final Set<UserId> ALL = Set.of(ANNA, BERT, CARL);

    private static final PlanDetail PLAN = new PlanDetail("Readings", FIRST, 7, List.of(ANNA, BERT, CARL));

    private static List<String> leaders(Schedule schedule)
    {
        return Schedule.dates(PLAN, FIRST, 9).stream()
            .map(date -> schedule.leader(date).map(UserId::value).orElse("nobody")).toList();
    }

    private static Schedule schedule(Set<UserId> members, Map<UserId, Absence> absences)
    {
        return new Schedule(PLAN, Map.of(), members, absences);
    }

    @Test
    void datesFollowTheInterval()
    {
        assertThat(Schedule.dates(PLAN, FIRST.minusDays(30), 2)).containsExactly(FIRST, FIRST.plusDays(7));
        assertThat(Schedule.dates(PLAN, FIRST, 1)).containsExactly(FIRST);
        assertThat(Schedule.dates(PLAN, FIRST.plusDays(1), 1)).containsExactly(FIRST.plusDays(7));
        assertThat(Schedule.dates(PLAN, FIRST.plusDays(700), 1)).containsExactly(FIRST.plusDays(700));
    }

    @Test
    void peopleLeadInTheirOrder()
    {
        assertThat(leaders(schedule(ALL, Map.of())))
            .containsExactly("anna", "bert", "carl", "anna", "bert", "carl", "anna", "bert", "carl");
    }

    @Test
    void theOthersTakeTheDatesOfWhoIsAwayInTurn()
    {
        Map<UserId, Absence> away = Map.of(BERT, new Absence(FIRST, FIRST.plusDays(30)));
        assertThat(leaders(schedule(ALL, away)))
            .containsExactly("anna", "carl", "carl", "anna", "anna", "carl", "anna", "bert", "carl");
        assertThat(leaders(schedule(Set.of(ANNA, CARL), Map.of())))
            .containsExactly("anna", "carl", "carl", "anna", "anna", "carl", "anna", "carl", "carl");
        assertThat(leaders(schedule(Set.of(), Map.of()))).containsOnly("nobody");
    }

    @Test
    void aSwapHoldsUnlessWhoTookTheDateIsAway()
    {
        Map<Integer, UserId> swapped =
            Map.of((int) FIRST.toEpochDay(), CARL, (int) FIRST.plusDays(14).toEpochDay(), ANNA);
        assertThat(leaders(new Schedule(PLAN, swapped, ALL, Map.of()))).startsWith("carl", "bert", "anna", "anna");
        assertThat(leaders(new Schedule(PLAN, swapped, ALL, Map.of(CARL, new Absence(FIRST, FIRST)))))
            .startsWith("anna", "bert", "anna");
    }
}
