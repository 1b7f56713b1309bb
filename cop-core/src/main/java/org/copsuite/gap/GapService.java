/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.gap;

import java.time.LocalDate;
import java.util.List;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Finds gaps in what a community knows. An expert of a topic is a member whom the community designated, whose topic members
 * confirmed, who declared it with a page that shows it, or who gave {@link #EXPERT_ANSWERS} answers on it that were not voted
 * down in the last twelve months. Nobody is an expert who left the community, whose account is blocked, or who has hidden the
 * topic; who is away is none on that day.
 */
@Role
public interface GapService
{
    /** Number of answers in twelve months by which a member is an expert of a topic. Our choice. */
    int EXPERT_ANSWERS = 3;

    /** Number of answers of a person from which a topic can hang on them: fewer say little. Our choice. */
    int HANGING_ANSWERS = 3;

    /** Maximum number of topics of each list. */
    int MOST = 50;

    /**
     * Reads the gaps of a community: among the 300 topics that were asked about most in the last twelve months. Permitted to
     * members, and with {@code MANAGE_COMMUNITY}.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @return its gaps, counting only what the reader may view
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it; SIGN_IN for a guest;
     *             FORBIDDEN for others
     */
    Gaps get(UserId reader, WikiId wiki, CommunityId community) throws CopException;

    /**
     * Reads which topics of a community only one person holds: those of which that person is the only expert, and those that
     * hang on the person. Permitted to that person, a member, and with {@code MANAGE_MEMBERS}; to others a topic that the
     * person has hidden is not told.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @param person the person
     * @return the topics, most questions first, at most {@link #MOST}, counting only what the reader may view
     * @throws CopException as {@link #get}
     */
    List<HeldTopic> held(UserId reader, WikiId wiki, CommunityId community, UserId person) throws CopException;

    /**
     * A topic that only one person holds.
     *
     * @param topic the topic
     * @param answers number of answers given under a name in twelve months
     * @param theirs how many of them the person gave, if the topic hangs on the person; otherwise 0
     * @param only whether the person is the only expert
     * @param heir who knows most of it beside the person: another expert, or who gave most other answers; a member who is there
     *            and has not hidden the topic; {@code null} if there is nobody
     */
    record HeldTopic(String topic, int answers, int theirs, boolean only, Person heir)
    {
    }

    /**
     * The gaps of a community.
     *
     * @param community the community
     * @param since the first day of the period
     * @param topics number of topics that were examined
     * @param missing topics without an expert, those that most people need first, at most {@link #MOST}
     * @param hanging topics that hang on one person, those with most answers first, at most {@link #MOST}
     * @param mayDesignate whether the reader may designate experts, and is told on whom topics hang
     */
    record Gaps(CommunityId community, LocalDate since, int topics, List<MissingExpert> missing, List<OnePerson> hanging,
        boolean mayDesignate)
    {
    }

    /**
     * A topic without an expert.
     *
     * @param topic the topic
     * @param questions number of questions
     * @param open how many of them are neither closed nor have an accepted answer
     * @param people number of people who have the same questions and wait for an answer, beside those who asked
     * @param away number of experts who are away today
     */
    record MissingExpert(String topic, int questions, int open, int people, int away)
    {
    }

    /**
     * A topic whose absence factor is 1: one person gave at least half of the answers. Where two gave as many, it hangs on
     * none of them.
     *
     * @param topic the topic
     * @param answers number of answers given under a name
     * @param theirs how many of them the person gave
     * @param people number of people who gave answers
     * @param person the person, for whoever may designate experts, unless the person has hidden the topic, and for the person;
     *            {@code null} for everybody else
     * @param own whether the person is the reader
     */
    record OnePerson(String topic, int answers, int theirs, int people, Person person, boolean own)
    {
    }
}
