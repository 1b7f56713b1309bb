/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Lets people say that they have the same question as its asker. Each of them is counted once, and is notified of the
 * answers like somebody who watches the question, as long as they say so and have not chosen otherwise.
 * <p>
 * Names are shown to people with an account who may view the question. The names of those who said it while the question
 * was anonymous stay hidden: everybody but the asker may say it, so a list of names would narrow down who asked.
 */
@Role
public interface NeedService
{
    /** Maximum number of people who are shown by name. */
    int NAMED = 10;

    /** Maximum number of tags that {@link #people} counts at once. */
    int TAGS = 64;

    /**
     * @param reader the reader
     * @param question a question
     * @return who has the same question
     * @throws CopException NOT_FOUND if the question does not exist or the reader may not view it
     */
    Need of(UserId reader, PostId question) throws CopException;

    /**
     * Reads who has the same question, in one statement and one more to name them; without any if nobody has.
     *
     * @param reader the reader
     * @param question the question as {@link QuestionQueries} returned it to the reader
     * @return who has the same question
     */
    Need of(UserId reader, QuestionView question);

    /**
     * Says that one has the same question, or takes it back. Idempotent. Whoever says it is notified of the answers from
     * then on, also after they chose not to watch the question before. Taking back is always possible.
     *
     * @param actor the person
     * @param question the question
     * @param on whether the person has the same question
     * @throws CopException NOT_FOUND as above; SIGN_IN; FORBIDDEN for whoever asked the question or may not take part
     *             there; CONFLICT for a closed question
     */
    void set(UserId actor, PostId question, boolean on) throws CopException;

    /**
     * @param person a person
     * @param wiki the wiki
     * @param question a question
     * @return whether the person has said that they have the same question
     */
    boolean has(UserId person, WikiId wiki, PostId question);

    /**
     * Lists who has the same question. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param question a question
     * @param after the last person of the previous list, empty at the start
     * @param limit the maximum number of people
     * @return people, ordered by id
     */
    List<UserId> people(WikiId wiki, PostId question, String after, int limit);

    /**
     * Counts by topic the people who wait for an answer in a community beside the askers, in one statement. A person
     * counts once for a topic, however many of its questions they have.
     *
     * @param reader the reader
     * @param community the community
     * @param topics tags, at most {@link #TAGS}
     * @return the number of people who have open questions without an accepted answer with that tag, among the questions
     *         that the reader may view and whose pages have no rights of their own; nothing for a topic without any
     */
    Map<String, Integer> people(UserId reader, CommunityView community, Collection<String> topics);

    /**
     * Who has the same question.
     *
     * @param question the question
     * @param count the number of people
     * @param own whether the reader has it
     * @param mayAdd whether the reader may say so now
     * @param named whether others would see the name of who says so now
     * @param people those whom the reader may see, first come, first shown; at most {@link #NAMED}
     */
    record Need(PostId question, int count, boolean own, boolean mayAdd, boolean named, List<Person> people)
    {
        /** Copies the list. */
        public Need
        {
            people = List.copyOf(people);
        }

        /** @return how many more people there are than those shown by name */
        public int others()
        {
            return Math.max(0, this.count - this.people.size());
        }
    }
}
