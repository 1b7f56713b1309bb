/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** The act types of rotas. The subject of each entry is the rota. */
@Component
@Named("rota")
@Singleton
public class RotaActs implements Acts
{
    /** Planned a rota. */
    public static final ActType<PlanDetail> PLANNED = ActType.named("rota-planned")
        .withDetail(DetailCodec.of(PlanDetail::write, PlanDetail::read)).creating();

    /** Changed a rota. */
    public static final ActType<PlanDetail> CHANGED =
        ActType.named("rota-changed").withDetail(DetailCodec.of(PlanDetail::write, PlanDetail::read)).updating();

    /** Ended a rota. */
    public static final ActType<Void> ENDED = ActType.named("rota-ended").ending();

    /** Proposed to swap two dates. Beneficiary: who is asked. */
    public static final ActType<SwapDetail> PROPOSED =
        ActType.named("rota-swap-proposed").withDetail(DetailCodec.of(SwapDetail::write, SwapDetail::read));

    /** Swapped two dates. Detail: the proposal; beneficiary: who proposed it. */
    public static final ActType<UUID> SWAPPED = ActType.named("rota-swapped").withDetail(DetailCodec.ID);

    /** Declined to swap two dates. Detail: the proposal; beneficiary: who proposed it. */
    public static final ActType<UUID> DECLINED = ActType.named("rota-swap-declined").withDetail(DetailCodec.ID);

    /** Withdrew a proposal. Detail: the proposal. */
    public static final ActType<UUID> WITHDRAWN = ActType.named("rota-swap-withdrawn").withDetail(DetailCodec.ID);

    /** Told the leader of a date that it is near. Detail: the date; beneficiary: the leader. */
    public static final ActType<LocalDate> REMINDED =
        ActType.named("rota-reminded").withDetail(DetailCodec.of(LocalDate::toString, LocalDate::parse));

    /**
     * A plan as its entry stores it: title, first date, days and people, one a line.
     *
     * @param title the title
     * @param first the first date
     * @param every the number of days between two dates
     * @param people the order
     */
    public record PlanDetail(String title, LocalDate first, int every, List<UserId> people)
    {
        private static final int BEFORE_PEOPLE = 3;

        /** @return the length of the stored text, in characters */
        public int length()
        {
            return write(this).length();
        }

        /**
         * @param other another plan
         * @return whether both name the same dates and people in the same order
         */
        public boolean isSameOrder(PlanDetail other)
        {
            return this.first.equals(other.first) && this.every == other.every && this.people.equals(other.people);
        }

        private static String write(PlanDetail plan)
        {
            return plan.title + '\n' + plan.first + '\n' + plan.every + '\n'
                + String.join("\n", plan.people.stream().map(UserId::value).toList());
        }

        private static PlanDetail read(String text)
        {
            List<String> lines = text.lines().toList();
            return new PlanDetail(lines.get(0), LocalDate.parse(lines.get(1)), Integer.parseInt(lines.get(2)),
                lines.subList(BEFORE_PEOPLE, lines.size()).stream().map(UserId::new).toList());
        }
    }

    /**
     * A proposal as its entry stores it.
     *
     * @param id its id
     * @param mine the date of who proposes it
     * @param theirs the date of who is asked
     */
    public record SwapDetail(UUID id, LocalDate mine, LocalDate theirs)
    {
        private static String write(SwapDetail swap)
        {
            return swap.id + " " + swap.mine + ' ' + swap.theirs;
        }

        private static SwapDetail read(String text)
        {
            String[] words = text.split(" ");
            return new SwapDetail(UUID.fromString(words[0]), LocalDate.parse(words[1]), LocalDate.parse(words[2]));
        }
    }
}
