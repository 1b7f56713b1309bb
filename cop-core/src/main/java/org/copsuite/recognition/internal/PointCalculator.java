/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.QuestionActs;
import org.copsuite.recognition.PointRules;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.internal.Earning.Counts;
import org.copsuite.wiki.UserId;

/**
 * Computes the points of an entry by the rules. A vote on a post of one's own and the acceptance of one's own answer
 * earn nothing.
 */
class PointCalculator
{
    private static final long DAY = 24L * 60 * 60 * 1000;

    private static final String UP = "up";

    private final PointRules rules;

    PointCalculator(PointRules rules)
    {
        this.rules = rules;
    }

    /** @return the day of an entry, in UTC */
    static int day(LedgerEntry entry)
    {
        return (int) Math.floorDiv(entry.getAt().toEpochMilli(), DAY);
    }

    /**
     * @param entry an entry that reverses nothing
     * @param subject the facts about its subject
     * @return the earnings that change something
     */
    List<Earning> of(LedgerEntry entry, Subject subject)
    {
        List<Earning> earnings = new ArrayList<>(2);
        UserId actor = entry.getActor();
        UserId author = entry.getBeneficiary();
        switch (Activity.of(entry)) {
            case ASKED -> add(earnings, entry, actor, "asked", 1, Counts.QUESTION);
            case ANSWERED -> add(earnings, entry, actor, "answered", 1, Counts.ANSWER);
            case COMMENTED -> add(earnings, entry, actor, "commented", 1, Counts.NONE);
            case EDITED -> {
                if (author != null && !author.equals(actor)) {
                    add(earnings, entry, actor, "edited", 1, Counts.NONE);
                }
            }
            case VOTED -> voted(earnings, entry, subject);
            case VOTES_IMPORTED -> add(earnings, entry, author, rule(subject, UP.equals(entry.getDetail())),
                Math.abs(entry.getWeight()), Counts.NONE);
            case ACCEPTED -> accepted(earnings, entry, subject);
            case THANKED -> add(earnings, entry, author, "thanked", 1, Counts.THANKS);
            default -> {
                // All other acts earn nothing.
            }
        }
        earnings.removeIf(Earning::isNothing);
        return earnings;
    }

    private void voted(List<Earning> earnings, LedgerEntry entry, Subject subject)
    {
        boolean up = entry.getWeight() > 0;
        if (!entry.getActor().equals(entry.getBeneficiary())) {
            add(earnings, entry, entry.getBeneficiary(), rule(subject, up), 1, Counts.NONE);
            if (!up && !subject.isQuestion()) {
                add(earnings, entry, entry.getActor(), "voted-down", 1, Counts.NONE);
            }
        }
    }

    private void accepted(List<Earning> earnings, LedgerEntry entry, Subject subject)
    {
        UserId author = entry.getBeneficiary();
        boolean ownAnswer = author == null || author.equals(subject.asker());
        add(earnings, entry, author, ownAnswer ? "" : "accepted", 1, Counts.ACCEPTED);
        if (!ownAnswer && entry.getActor().equals(subject.asker())) {
            add(earnings, entry, entry.getActor(), "accepting", 1, Counts.NONE);
        }
    }

    private static String rule(Subject subject, boolean up)
    {
        return (subject.isQuestion() ? "question" : "answer") + (up ? "-voted-up" : "-voted-down");
    }

    private void add(List<Earning> earnings, LedgerEntry entry, UserId person, String rule, int times, Counts counts)
    {
        if (person != null && !person.isGuest()) {
            int points = Math.toIntExact(Math.max(-1_000_000_000L,
                Math.min(1_000_000_000L, (long) this.rules.of(rule) * times)));
            boolean capped = this.rules.capped().contains(rule);
            UUID community = entry.getCommunity() == null ? PointsRow.NOWHERE : entry.getCommunity();
            earnings.add(new Earning(person, community, day(entry), capped ? points : 0, capped ? 0 : points, counts));
        }
    }

    /** Acts that earn points. */
    private enum Activity
    {
        ASKED, ANSWERED, COMMENTED, EDITED, VOTED, VOTES_IMPORTED, ACCEPTED, THANKED, OTHER;

        private static final Map<String, Activity> BY_ACT = Arrays.stream(values())
            .collect(Collectors.toMap(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), kind -> kind));

        static Activity of(LedgerEntry entry)
        {
            return BY_ACT.getOrDefault(entry.getAct().name(), OTHER);
        }
    }

    /**
     * Facts about an entry's subject.
     *
     * @param isQuestion whether it is a question
     * @param asker who asked the question of an accepted answer; {@code null} for other acts
     * @param isGone whether it was deleted or withdrawn before
     */
    record Subject(boolean isQuestion, UserId asker, boolean isGone)
    {
    }

    /**
     * @param entry an entry
     * @return whether entries of its type may earn points
     */
    static boolean isEarning(LedgerEntry entry)
    {
        return Activity.of(entry) != Activity.OTHER;
    }

    /**
     * @param entry an entry
     * @return whether it deletes or withdraws its subject
     */
    static boolean isEnd(LedgerEntry entry)
    {
        return entry.getAct().equals(QuestionActs.DELETED) || entry.getAct().equals(RecognitionService.UNTHANKED);
    }

    /**
     * @param entry an entry
     * @return whether it restores its subject
     */
    static boolean isReturn(LedgerEntry entry)
    {
        return entry.getAct().equals(QuestionActs.RESTORED);
    }
}
