/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * The rota of discussion leaders of a community, at most one. On each date the next person in the order leads. If that
 * person is away on the date, or no member any more, the others of the order take such dates in turn; the other dates stay
 * with whom they belong to. All days are those of UTC.
 */
@Role
public interface RotaService
{
    /** Maximum length of the title, in characters. */
    int TITLE_MAXIMUM = 120;

    /** Maximum number of people in the order. */
    int PEOPLE_MAXIMUM = 30;

    /** Maximum number of days between two dates. */
    int DAYS_MAXIMUM = 366;

    /** The first date is at most so many years from today. */
    int YEARS = 1;

    /** The number of dates, from today on, that are shown and that people can swap. */
    int DATES = 12;

    /** The number of days before a date on which its leader is told. */
    int NOTICE_DAYS = 3;

    /**
     * Plans the rota of a community, or changes it. Other dates or another order end all swaps. Planning the same again
     * changes nothing.
     *
     * @param actor somebody who manages milestones there
     * @param plan the plan
     * @param version the version that was edited, empty for a new rota
     * @throws CopException NOT_FOUND if the community does not exist or if the actor may not view it; SIGN_IN; FORBIDDEN;
     *            INVALID on the fields {@code title}, {@code first}, {@code every} and {@code people}; CONFLICT, with the
     *            present rota, if somebody else changed it meanwhile
     */
    void plan(UserId actor, Plan plan, String version) throws CopException;

    /**
     * Ends the rota of a community; does nothing if there is none.
     *
     * @param actor somebody who manages milestones there
     * @param wiki the wiki
     * @param community the community
     * @throws CopException as {@link #plan}
     */
    void end(UserId actor, WikiId wiki, CommunityId community) throws CopException;

    /**
     * Checks that a person may propose swaps.
     *
     * @param actor a person
     * @param wiki the wiki
     * @param community the community
     * @throws CopException NOT_FOUND if the community has no rota that the actor may view; SIGN_IN; FORBIDDEN for who is not
     *            in the order
     */
    void checkSwaps(UserId actor, WikiId wiki, CommunityId community) throws CopException;

    /**
     * Proposes to somebody to swap dates; repeating it changes nothing.
     *
     * @param actor who leads on one of the dates
     * @param wiki the wiki
     * @param community the community
     * @param swap the proposal
     * @throws CopException as {@link #checkSwaps}; INVALID on the field {@code mine} unless the actor leads on that date, on {@code theirs}
     *            unless another person does; CONFLICT if the actor has proposed another swap of that date
     */
    void propose(UserId actor, WikiId wiki, CommunityId community, SwapDraft swap) throws CopException;

    /**
     * Checks that a person may answer a proposal.
     *
     * @param actor a person
     * @param wiki the wiki
     * @param community the community
     * @param swap the id of the proposal
     * @throws CopException NOT_FOUND if there is no such proposal in a rota that the actor may view; SIGN_IN; FORBIDDEN for
     *            anybody but who was asked
     */
    void checkAnswer(UserId actor, WikiId wiki, CommunityId community, UUID swap) throws CopException;

    /**
     * Accepts or declines a proposal, once; the same answer again changes nothing.
     *
     * @param actor who was asked
     * @param wiki the wiki
     * @param community the community
     * @param swap the id of the proposal
     * @param accepted whether they swap
     * @throws CopException as {@link #checkAnswer}; CONFLICT if it was answered otherwise or withdrawn, or if the two no
     *            longer lead on the dates
     */
    void answer(UserId actor, WikiId wiki, CommunityId community, UUID swap, boolean accepted) throws CopException;

    /**
     * Withdraws a proposal that was not answered; does nothing if it is withdrawn.
     *
     * @param actor who proposed it
     * @param wiki the wiki
     * @param community the community
     * @param swap the id of the proposal
     * @throws CopException as {@link #answer}
     */
    void withdraw(UserId actor, WikiId wiki, CommunityId community, UUID swap) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @return its rota, read in a bounded number of statements; empty if there is none
     * @throws CopException NOT_FOUND if the community does not exist or if the reader may not view it
     */
    Optional<Rota> of(UserId reader, WikiId wiki, CommunityId community) throws CopException;

    /**
     * The plan of a rota.
     *
     * @param wiki the wiki
     * @param community the community
     * @param title what the people lead
     * @param first the first date
     * @param every the number of days between two dates, from 1
     * @param people the order: members of the community, each once, 1 to {@link #PEOPLE_MAXIMUM}
     */
    record Plan(WikiId wiki, CommunityId community, String title, LocalDate first, int every, List<UserId> people)
    {
        /** Copies the list. */
        public Plan
        {
            people = List.copyOf(people);
        }
    }

    /**
     * A proposal.
     *
     * @param id its id
     * @param mine the date on which the actor leads
     * @param theirs the date on which another person leads, who is asked
     */
    record SwapDraft(UUID id, LocalDate mine, LocalDate theirs)
    {
    }

    /**
     * A rota.
     *
     * @param id its id
     * @param community the community
     * @param title what the people lead
     * @param first the first date
     * @param every the number of days between two dates
     * @param people the order
     * @param version the version, which an edit names
     * @param turns the next dates, from today on
     * @param swaps open proposals that the reader made or that wait for the reader's answer
     * @param mayPlan whether the reader may change the rota
     */
    record Rota(UUID id, CommunityId community, String title, LocalDate first, int every, List<Person> people,
        String version, List<Turn> turns, List<Swap> swaps, boolean mayPlan)
    {
        /** @return the dates on which the reader leads and for which the reader has proposed no swap */
        public List<Turn> mine()
        {
            return this.turns.stream().filter(turn -> turn.mine() && this.swaps.stream()
                .noneMatch(swap -> swap.mayWithdraw() && swap.first().equals(turn.day()))).toList();
        }

        /** @return the dates on which somebody else leads */
        public List<Turn> others()
        {
            return this.turns.stream().filter(turn -> !turn.mine() && turn.leader() != null).toList();
        }
    }

    /**
     * A date.
     *
     * @param day the date
     * @param leader who leads, {@code null} if everybody is away
     * @param instead the person whose date it is, if that one is away or no member any more; otherwise, and
     *            for a guest, who is not told who is away, {@code null}
     * @param mine whether the reader leads
     */
    record Turn(LocalDate day, Person leader, Person instead, boolean mine)
    {
    }

    /**
     * A proposal that waits for an answer.
     *
     * @param id its id
     * @param proposer who proposes it
     * @param asked who is asked
     * @param first the date of the proposer
     * @param second the date of who is asked
     * @param mayAnswer whether the reader is asked
     * @param mayWithdraw whether the reader proposed it
     */
    record Swap(UUID id, Person proposer, Person asked, LocalDate first, LocalDate second, boolean mayAnswer,
        boolean mayWithdraw)
    {
    }
}
