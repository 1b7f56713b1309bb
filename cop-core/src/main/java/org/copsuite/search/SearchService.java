/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.spi.SearchHit;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Searches the index. Returns only results that the reader may view. Methods that query Solr throw UNAVAILABLE if it
 * does not respond.
 */
@Role
public interface SearchService
{
    /** Maximum number of answers in {@link Answerers#latest}. */
    int LATEST_ANSWERS = 1000;

    /** The maximum number of characters of a search; the rest is ignored. */
    int QUERY_MAXIMUM = 500;

    /** The number of characters of a draft's text that are compared; the rest is cut off. */
    int DRAFT_MAXIMUM = 20_000;

    /**
     * Full-text search over everything that a {@link org.copsuite.spi.SearchSource} contributes.
     *
     * @param reader the person who searches
     * @param search the search
     * @return one page of hits, best first
     * @throws CopException INVALID if the cursor does not belong to this search; UNAVAILABLE if Solr does not respond
     */
    Slice<Hit> search(UserId reader, Search search) throws CopException;

    /**
     * Explains how a search is interpreted, without searching.
     *
     * @param text the text as in {@link Search}; may be {@code null}
     * @return the excluded words and the search without exclusions
     */
    Reading reading(String text);

    /**
     * Finds questions that resemble a text: while a person types a question, or beside an existing question.
     *
     * @param reader the person who reads
     * @param draft the text
     * @param limit the maximum number of hits
     * @return the questions, best first
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    List<QuestionSummary> related(UserId reader, Draft draft, int limit) throws CopException;

    /**
     * Returns a question as a text for finding similar ones. The page of the question and a request by its id use the
     * same text.
     *
     * @param reader the person who reads
     * @param wiki the wiki
     * @param question the question
     * @return the title, the tags and the first {@link #DRAFT_MAXIMUM} characters of the text; excludes the question
     *         itself from the results
     * @throws CopException NOT_FOUND if the reader may not view the question
     */
    Draft draft(UserId reader, WikiId wiki, PostId question) throws CopException;

    /**
     * Finds people who answered questions that resemble a text.
     *
     * @param reader the person who reads
     * @param draft the text
     * @param limit the maximum number of answers considered
     * @return answers with their authors, best first
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    List<Evidence> evidence(UserId reader, Draft draft, int limit) throws CopException;

    /**
     * Counts who answered questions with some tags, and who answered recently. Answers on pages with own rights do not
     * count.
     *
     * @param reader the person who reads
     * @param wiki the wiki
     * @param tags the tags; at most 10, may be empty
     * @param community the community to search; {@code null} for all
     * @param limit the maximum number of people per tag, and of people who answered recently
     * @return people, counted by those of their answers that the reader may view
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    Answerers answerers(UserId reader, WikiId wiki, Collection<String> tags, CommunityId community, int limit)
        throws CopException;

    /**
     * Counts who answered questions with one tag, as {@link #answerers} does, but without reading other answers. Recency
     * counts from the latest answer with the tag.
     *
     * @param reader the person who reads
     * @param wiki the wiki
     * @param tag the tag
     * @param community the community to search; {@code null} for all
     * @param limit the maximum number of people
     * @return the people; empty if the reader may view no answer with the tag
     * @throws CopException UNAVAILABLE if Solr does not respond
     */
    Optional<Tagged> answerersOf(UserId reader, WikiId wiki, String tag, CommunityId community, int limit)
        throws CopException;

    /**
     * A search.
     *
     * @param wiki the wiki
     * @param text the words; words between a pair of quotation marks must be adjacent; a single minus after a blank,
     *            directly before a word and after another word, excludes; every other character is text
     * @param community the community to search; {@code null} for all
     * @param tag the required tag; {@code null} for all
     * @param after the cursor; {@code null} for the first page
     * @param limit the maximum number of hits, 1 to 100
     */
    record Search(WikiId wiki, String text, CommunityId community, String tag, String after, int limit)
    {
    }

    /**
     * The interpretation of a search.
     *
     * @param excluded the excluded words and phrases, plain text
     * @param including the same search without exclusions
     */
    record Reading(List<String> excluded, String including)
    {
        /** Copies the list. */
        public Reading
        {
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * A text that is, or may become, a question.
     *
     * @param wiki the wiki
     * @param title the title
     * @param body the text in xwiki/2.1; may be empty
     * @param tags the tags; may be empty
     * @param community the preferred community; {@code null} for none
     * @param except the questions to exclude from the results, such as the question itself
     */
    record Draft(WikiId wiki, String title, String body, Collection<String> tags, CommunityId community,
        Set<PostId> except)
    {
        /** @return whether there is nothing to compare with: no title, no text and no tag */
        public boolean isEmpty()
        {
            return this.title.isBlank() && this.body.isBlank() && this.tags.isEmpty();
        }
    }

    /**
     * A thing that matches.
     *
     * @param item the thing
     * @param snippet text around the matched words, which are in {@code <mark>}; empty if there is no snippet
     */
    record Hit(SearchHit item, Html snippet)
    {
    }

    /**
     * An answer as evidence of its author's expertise.
     *
     * @param answer the answer
     * @param question its question
     * @param questionTitle the title of the question
     * @param author the author of the answer
     * @param tags the tags of the question
     * @param created the time of the answer, in milliseconds of the epoch
     * @param votes the score of the answer
     * @param accepted whether the answer is accepted
     * @param score how well the answer matches the text
     */
    record Evidence(PostId answer, PostId question, String questionTitle, UserId author, List<String> tags,
        long created, int votes, boolean accepted, double score)
    {
    }

    /**
     * The authors of answers.
     *
     * @param answers the total number of answers
     * @param tagged by tag, the people who answered questions with it
     * @param lately the people who answered recently, whatever the tags; without how many of their answers are accepted
     * @param latest the latest answers, newest first, {@link SearchService#LATEST_ANSWERS} at most
     */
    record Answerers(long answers, List<Tagged> tagged, List<Answerer> lately, List<LatestAnswer> latest)
    {
        /** Copies the lists. */
        public Answerers
        {
            tagged = List.copyOf(tagged);
            lately = List.copyOf(lately);
            latest = List.copyOf(latest);
        }
    }

    /**
     * One of the latest answers.
     *
     * @param author its author
     * @param created when it was written, in milliseconds of the epoch
     * @param tags the tags of its question; empty if no tags are sought
     */
    record LatestAnswer(UserId author, long created, Set<String> tags)
    {
        /** Copies the tags. */
        public LatestAnswer
        {
            tags = Set.copyOf(tags);
        }
    }

    /**
     * The people who answered questions with a tag.
     *
     * @param tag the tag
     * @param answers the number of answers to questions with the tag
     * @param people the authors of those answers, most answers first
     */
    record Tagged(String tag, long answers, List<Answerer> people)
    {
        /** Copies the list. */
        public Tagged
        {
            people = List.copyOf(people);
        }
    }

    /**
     * The author of some answers.
     *
     * @param author the person
     * @param answers the number of answers
     * @param accepted the number of accepted answers among them
     * @param recency the sum over the answers of {@code exp(-days / 20)}, where days counts from each answer to the
     *            latest answer that the reader may view
     */
    record Answerer(UserId author, int answers, int accepted, double recency)
    {
    }
}
