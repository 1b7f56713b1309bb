/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Counts by tag what was asked and answered in a community. Only what the reader may view counts; questions and answers
 * whose pages have rights of their own are left out. Answers are read from memory until something is written.
 */
@Role
public interface TopicNumbers
{
    /** Number of tags of a list, most questions first. */
    int TOPICS = 300;

    /** Number of pairs of tag and person that are read for 128 tags, most answers first. */
    int PAIRS = 10_000;

    /**
     * Counts the questions of a community by tag, in one statement.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community that the reader may view
     * @param since the start of the period
     * @return the {@link #TOPICS} tags with the most questions that were asked since then, most questions first
     */
    List<Asked> asked(UserId reader, WikiId wiki, CommunityId community, Instant since);

    /**
     * Counts the answers to the questions of a community by tag and author, in two statements for each 128 tags.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community that the reader may view
     * @param since the start of the period in which the answers were written
     * @param tags tags
     * @return the answers to questions with each tag; nothing for a tag without an answer
     */
    Map<String, Answered> answered(UserId reader, WikiId wiki, CommunityId community, Instant since, Collection<String> tags);

    /**
     * How often a tag was asked about.
     *
     * @param tag the tag
     * @param questions number of questions
     * @param open how many of them are neither closed nor have an accepted answer
     */
    record Asked(String tag, int questions, int open)
    {
    }

    /**
     * Who answered questions with a tag.
     *
     * @param answers number of answers under a name; what was answered anonymously is left out
     * @param authors the authors, most answers first: accounts and imported people as rows name them
     */
    record Answered(int answers, List<Author> authors)
    {
    }

    /**
     * An author of answers.
     *
     * @param id an account or an imported person
     * @param answers number of answers
     * @param welcome how many of them were not voted down
     */
    record Author(UserId id, int answers, int welcome)
    {
    }
}
