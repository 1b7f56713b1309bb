/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.spi.Message;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Shows who was asked to answer a question, asks people by name, and lets them decline. All methods throw NOT_FOUND for a
 * question that does not exist or that the actor may not view.
 */
@Role
public interface RoutingService
{
    /** Maximum number of people whom the suite tells of a question at once. */
    int AT_ONCE = 5;

    /** Maximum number of people whom the suite tells of a question in all. */
    int IN_ALL = 10;

    /** Maximum number of people who are asked by name for a question. */
    int BY_NAME = 3;

    /**
     * Reads who was asked.
     *
     * @param reader the reader
     * @param question the question
     * @return who was asked, and what the reader may do
     * @throws CopException as above
     */
    Asked asked(UserId reader, PostId question) throws CopException;

    /**
     * Reads who was asked about a question that the reader has just read: in one statement, one more to name
     * the people, one more to link a reason, and two more for moderators.
     *
     * @param reader the reader, who may view the question
     * @param question the question as {@link org.copsuite.question.QuestionQueries} returned it to the reader
     * @return who was asked, and what the reader may do
     */
    Asked asked(UserId reader, QuestionSummary question);

    /**
     * @param wiki the wiki
     * @param person an account
     * @return how many questions a week the person wishes to be asked at most; 0 for none
     */
    int weekly(WikiId wiki, UserId person);

    /**
     * Asks a person by name. Permitted to the asker, and to who facilitates the community.
     *
     * @param actor who asks
     * @param question the question
     * @param person who is asked; {@code null} if the form names nobody
     * @throws CopException as above; SIGN_IN, FORBIDDEN; INVALID with the field {@code person} for somebody who has no
     *             account, asked the question, is the actor, may not view the question, is away, or has been asked as
     *             often this week as they wish; CONFLICT for a closed question, for a person who was asked before, and
     *             after {@link #BY_NAME} people
     */
    void ask(UserId actor, PostId question, UserId person) throws CopException;

    /**
     * Checks that a person may ask somebody by name, so that a resource can refuse before it reads the form.
     *
     * @param actor who asks
     * @param question the question
     * @throws CopException as {@link #ask}, without INVALID
     */
    void checkAsk(UserId actor, PostId question) throws CopException;

    /**
     * Declines a question that one was asked. Nobody is notified. From then on the expert finder ranks the person a
     * little lower for the tags of the question. Changes nothing for a question that one has declined.
     *
     * @param actor who declines
     * @param question the question
     * @throws CopException as above, also if the actor was not asked; SIGN_IN
     */
    void decline(UserId actor, PostId question) throws CopException;

    /**
     * @param question a question
     * @param person a person
     * @return the subject of entries about that person and that question
     */
    static UUID subject(PostId question, UserId person)
    {
        return UUID.nameUUIDFromBytes((question + "\nrouted\n" + person.value()).getBytes(StandardCharsets.UTF_8));
    }

    /** Whom the suite tells that nobody has answered, in this order. */
    enum Step
    {
        /** Who facilitates the community. */
        FACILITATORS,
        /** People who know related topics. */
        EXPERTS,
        /** The sponsors of the community. */
        SPONSORS
    }

    /**
     * Who was asked to answer a question.
     *
     * @param question the question
     * @param people the people, in the order in which they were asked; nobody sees who declined
     * @param own what the reader was asked, {@code null} if the reader was not
     * @param mayAsk whether the reader may ask somebody by name now
     * @param left how many more people can be asked by name
     */
    record Asked(PostId question, List<AskedPerson> people, Own own, boolean mayAsk, int left)
    {
    }

    /**
     * Somebody who was asked.
     *
     * @param person the person
     * @param byName whether somebody named the person; otherwise the suite told them
     * @param at when
     */
    record AskedPerson(Person person, boolean byName, Instant at)
    {
    }

    /**
     * Why the reader was asked.
     *
     * @param by who named the reader, {@code null} if the suite told them
     * @param reason the reason
     * @param similar the answered question that the reason names, {@code null} if there is none that the reader may view
     * @param declined whether the reader has declined
     */
    record Own(Person by, Message reason, Similar similar, boolean declined)
    {
    }

    /**
     * An answered question.
     *
     * @param id its id
     * @param title plain text
     * @param page its page
     */
    record Similar(PostId id, String title, PageId page)
    {
    }
}
