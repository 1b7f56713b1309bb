/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.QuestionQueries.PostRef;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Bulk access to questions and answers for internal consumers such as notices and the expert finder. Methods without
 * a reader are NOT permission-filtered: check {@code Access} before showing their results.
 */
@Role
public interface PostSource
{
    /**
     * @param wiki the wiki
     * @param posts ids of questions, answers or anything else
     * @return the question of each id that is a post, including deleted ones: a question maps to itself
     */
    Map<UUID, UUID> questionOf(WikiId wiki, Collection<UUID> posts);

    /**
     * Reads the text of a question without its answers, in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param question the question
     * @return its text in xwiki/2.1; empty if the question is deleted or does not exist
     */
    Optional<String> body(WikiId wiki, PostId question);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param answers ids of answers, at most 1,000
     * @return the answers that the reader may view, with their questions
     */
    Map<PostId, AnswerFacts> answers(UserId reader, WikiId wiki, Collection<PostId> answers);

    /**
     * Reads the latest answers of a person, in two statements.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param authors an account and the imported people linked to it
     * @param limit the maximum number of answers, 1 to 1,000
     * @return those of the latest answers, whoever may view them, that the reader may view and whose pages and questions
     *         have no rights of their own, newest first
     */
    List<AnswerFacts> latestAnswers(UserId reader, WikiId wiki, Collection<UserId> authors, int limit);

    /**
     * Counts questions by tag, in one statement.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param tags tags, at most 64
     * @return the number of questions with each tag in the places that the reader may view
     */
    Map<String, Long> questionsWith(UserId reader, WikiId wiki, Collection<String> tags);

    /**
     * Locates posts in two statements.
     *
     * @param wiki the wiki
     * @param posts ids of questions, answers or anything else, at most 1,000
     * @return the locations of the ids that are posts; leaves out deleted posts and answers to deleted questions
     */
    Map<UUID, PostLocation> locations(WikiId wiki, Collection<UUID> posts);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param posts ids of questions, answers or anything else, at most 1,000
     * @return those of the {@link #locations(String, Collection) locations} that the reader may view
     */
    Map<UUID, PostLocation> locations(UserId reader, WikiId wiki, Collection<UUID> posts);

    /**
     * Reads the writers of a thread in two statements.
     *
     * @param wiki the wiki
     * @param question the question
     * @param before an exclusive upper bound: only posts with a smaller sequence count, whatever their times
     * @return the asker and the authors of the answers that are not deleted
     */
    Set<UserId> writers(WikiId wiki, PostId question, long before);

    /**
     * Reads a question without its text and its answers, in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param question the id of a question, or of anything else
     * @return the question; empty if it is deleted, or if the id is of something else
     */
    Optional<QuestionFacts> question(WikiId wiki, PostId question);

    /**
     * Reads whether somebody has asked in a community before, in one statement. What was asked anonymously or elsewhere
     * does not count, what is deleted does. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param community the community
     * @param people an account and the imported people linked to it
     * @return whether the community has a question by one of them
     */
    boolean hasAsked(WikiId wiki, CommunityId community, Collection<UserId> people);

    /**
     * Lists open questions without any answer, ordered by id, in one statement. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param from when the earliest of them was asked
     * @param until before when the latest of them was asked
     * @param after the last question of the previous list, {@code null} at the start
     * @param limit the maximum number of questions
     * @return the questions
     */
    List<QuestionFacts> unanswered(WikiId wiki, Instant from, Instant until, PostId after, int limit);

    /**
     * Reads when others last wrote in threads that were asked anonymously. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param questions questions
     * @return of each of them the highest sequence of an answer or comment that is not deleted and not by the anonymous
     *         asker; nothing for a question without one
     */
    Map<UUID, Long> lastByOthers(WikiId wiki, Collection<UUID> questions);

    /**
     * Reads what was written anonymously in a thread, also what is deleted. NOT permission-filtered.
     *
     * @param tx an open transaction
     * @param wiki the wiki
     * @param question the question
     * @param limit the maximum number of posts and comments
     * @return the question, answers and comments whose author is anonymous, the question first
     */
    List<UUID> anonymous(Ledger.Transaction tx, WikiId wiki, UUID question, int limit);

    /**
     * A question without its text.
     *
     * @param id the question
     * @param page its page
     * @param community its community
     * @param author the asker
     * @param title plain text
     * @param tags its tags
     * @param created when it was asked
     * @param answers the number of its answers
     * @param solved whether an answer is accepted
     * @param closed whether it is closed
     * @param needed the number of people who have the same question
     */
    record QuestionFacts(PostId id, PageId page, CommunityId community, UserId author, String title, List<String> tags,
        Instant created, int answers, boolean solved, boolean closed, int needed)
    {
    }

    /**
     * The location of a post.
     *
     * @param post the post
     * @param title the title of its question, plain text
     * @param tags the tags of its question
     * @param author its author
     * @param needed the number of people who have the same question
     */
    record PostLocation(PostRef post, String title, List<String> tags, UserId author, int needed)
    {
    }

    /**
     * An answer without its text.
     *
     * @param id the answer
     * @param question its question
     * @param questionTitle the title of the question
     * @param questionPage the page of the question
     * @param author the author
     * @param tags the tags of the question
     * @param created when it was written
     * @param score up votes minus down votes
     * @param accepted whether it is accepted
     */
    record AnswerFacts(PostId id, PostId question, String questionTitle, PageId questionPage, UserId author,
        List<String> tags, Instant created, int score, boolean accepted)
    {
    }
}
