/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.rota;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.rest.Nullable;
import org.copsuite.rota.RotaService.Rota;
import org.copsuite.rota.RotaService.Swap;
import org.copsuite.rota.RotaService.Turn;
import org.copsuite.wiki.Person;

/** The rota of a community. */
record RotaJson(UUID id, CommunityId community, String title, LocalDate first, int every, List<Person> people,
    String version, List<RotaTurnJson> turns, List<RotaSwapJson> swaps, boolean mayPlan)
{
    static RotaJson of(Rota rota)
    {
        return new RotaJson(rota.id(), rota.community(), rota.title(), rota.first(), rota.every(), rota.people(),
            rota.version(), rota.turns().stream().map(RotaTurnJson::of).toList(),
            rota.swaps().stream().map(RotaSwapJson::of).toList(), rota.mayPlan());
    }

    /** A date of a rota. */
    record RotaTurnJson(LocalDate day, @Nullable Person leader, @Nullable Person instead)
    {
        private static RotaTurnJson of(Turn turn)
        {
            return new RotaTurnJson(turn.day(), turn.leader(), turn.instead());
        }
    }

    /** A proposal to swap dates. */
    record RotaSwapJson(UUID id, Person proposer, Person asked, LocalDate first, LocalDate second, boolean mayAnswer,
        boolean mayWithdraw)
    {
        private static RotaSwapJson of(Swap swap)
        {
            return new RotaSwapJson(swap.id(), swap.proposer(), swap.asked(), swap.first(), swap.second(),
                swap.mayAnswer(), swap.mayWithdraw());
        }
    }
}
