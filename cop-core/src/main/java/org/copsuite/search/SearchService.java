/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/** Searches the index. Everything is filtered by what the reader may view. UNAVAILABLE where Solr does not answer. */
@Role
public interface SearchService
{
    /** So many characters of a draft's text are compared; what is longer is cut. */
    int DRAFT_MAXIMUM = 20_000;

    /**
     * Full-text search over questions and their answers.
     *
     * @param reader who reads
     * @param search what for
     * @return one page of hits, best first
     * @throws CopException INVALID for a cursor that is not of this list; UNAVAILABLE
     */
    Slice<Hit> search(UserId reader, Search search) throws CopException;

    /**
     * Says how a search is understood, without searching.
     *
     * @param text as of {@link Search}, may be {@code null}
     * @return what it excludes
     */
    Reading reading(String text);

    /**
     * Questions that resemble a text: while a question is being typed, or beside one that stands.
     *
     * @param reader who reads
     * @param draft the text
     * @param limit how many at most
     * @return best first
     * @throws CopException UNAVAILABLE
     */
    List<Hit> related(UserId reader, Draft draft, int limit) throws CopException;

    /**
     * A question as a text to find others by: its page, and whoever asks by its id, look for the same.
     *
     * @param reader who reads
     * @param wiki the wiki
     * @param question the question
     * @return its title, tags and text, of which the first {@link #DRAFT_MAXIMUM} characters; it does not find itself
     * @throws CopException NOT_FOUND where the reader may not view it
     */
    Draft draft(UserId reader, String wiki, PostId question) throws CopException;

    /**
     * Who answered what resembles a text.
     *
     * @param reader who reads
     * @param draft the text
     * @param limit how many answers to look at
     * @return answers with who wrote them, best first
     * @throws CopException UNAVAILABLE
     */
    List<Evidence> evidence(UserId reader, Draft draft, int limit) throws CopException;

    /**
     * Who answered questions with some tags, and who answered lately. Answers with rights of their own are not counted.
     *
     * @param reader who reads
     * @param wiki the wiki
     * @param tags the tags, at most 10, may be empty
     * @param community only there, {@code null} for all
     * @param limit how many people for each tag, and how many lately, at most
     * @return people with their answers that the reader may view
     * @throws CopException UNAVAILABLE
     */
    Answerers answerers(UserId reader, String wiki, Collection<String> tags, UUID community, int limit)
        throws CopException;

    /**
     * Removes all of a wiki from the index and lets the consumer make it again.
     *
     * @param wiki the wiki
     * @throws CopException UNAVAILABLE
     */
    void reindex(String wiki) throws CopException;

    /**
     * What to search for.
     *
     * @param wiki the wiki
     * @param text words; those between a pair of quotation marks must stand together; a single minus after a blank,
     *            directly before a word and after another one, excludes; every other character is text
     * @param community only there, {@code null} for all
     * @param tag only with this tag, {@code null} for all
     * @param after the cursor, {@code null} at the start
     * @param limit 1 to 100
     */
    record Search(String wiki, String text, UUID community, String tag, String after, int limit)
    {
    }

    /**
     * How a search is understood.
     *
     * @param excluded the words and phrases that it excludes, plain text
     * @param including the same search that excludes nothing
     */
    record Reading(List<String> excluded, String including)
    {
        /** Copies. */
        public Reading
        {
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * A text that is, or may become, a question.
     *
     * @param wiki the wiki
     * @param title its title
     * @param body its text, xwiki/2.1, may be empty
     * @param tags its tags, may be empty
     * @param community prefer this one, {@code null} for none
     * @param except questions not to find: itself
     */
    record Draft(String wiki, String title, String body, Collection<String> tags, UUID community, Set<PostId> except)
    {
    }

    /**
     * A question that was found.
     *
     * @param question the question
     * @param snippet words around what was found, with {@code <mark>}; empty where there is nothing to show
     */
    record Hit(QuestionSummary question, Html snippet)
    {
    }

    /**
     * An answer as evidence of what somebody knows.
     *
     * @param answer the answer
     * @param question its question
     * @param questionTitle the question's title
     * @param author who answered
     * @param tags the question's tags
     * @param created when, milliseconds of the epoch
     * @param votes its score
     * @param accepted whether it is accepted
     * @param score how well it fits the text
     */
    record Evidence(PostId answer, PostId question, String questionTitle, UserId author, List<String> tags,
        long created, int votes, boolean accepted, double score)
    {
    }

    /**
     * Who answered.
     *
     * @param answers how many answers there are in all
     * @param tagged by tag, who answered questions with it
     * @param lately who answered lately, whatever the tags
     */
    record Answerers(long answers, List<Tagged> tagged, List<Answerer> lately)
    {
        /** Copies. */
        public Answerers
        {
            tagged = List.copyOf(tagged);
            lately = List.copyOf(lately);
        }
    }

    /**
     * Who answered questions with a tag.
     *
     * @param tag the tag
     * @param answers how many answers there are on it
     * @param people who wrote them, most answers first
     */
    record Tagged(String tag, long answers, List<Answerer> people)
    {
        /** Copies. */
        public Tagged
        {
            people = List.copyOf(people);
        }
    }

    /**
     * Somebody who answered.
     *
     * @param author who
     * @param answers how many answers
     * @param accepted how many of them are accepted
     * @param recency the answers, each counting {@code exp(-days / 30)} of the days between it and the last answer that
     *            the reader may view
     */
    record Answerer(UserId author, int answers, int accepted, double recency)
    {
    }
}
