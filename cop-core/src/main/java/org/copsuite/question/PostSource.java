/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Questions and answers as the views hold them, for those who make something of them: the index, the expert finder.
 * What names no reader tells everything: it is never shown without asking {@code Access}.
 */
@Role
public interface PostSource
{
    /** @return the wikis in which somebody asked something */
    List<String> wikis();

    /**
     * @param wiki the wiki
     * @param after the last id of the list before, {@code null} at the start
     * @param limit how many at most
     * @return ids of questions, also deleted ones, in an order that does not change while questions come and go
     */
    List<UUID> questions(String wiki, UUID after, int limit);

    /**
     * @param wiki the wiki
     * @return how many questions there are, deleted ones too
     */
    long count(String wiki);

    /**
     * @param space a space
     * @return the questions whose pages, or an answer's page, lie in it, at any depth
     */
    List<UUID> questionsIn(SpaceId space);

    /**
     * @param wiki the wiki
     * @param posts ids of questions, answers or anything else
     * @return of those that are posts, deleted ones too, the question: itself, or the one that is answered
     */
    Map<UUID, UUID> questionOf(String wiki, Collection<UUID> posts);

    /**
     * Reads questions with their answers, in two statements.
     *
     * @param wiki the wiki
     * @param questions which, at most 1,000
     * @return those of them that are not deleted
     */
    List<QuestionText> texts(String wiki, Collection<UUID> questions);

    /**
     * NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param question a question
     * @return its text, xwiki/2.1, without its answers, in one statement; nothing where it is deleted or no question
     */
    Optional<String> body(String wiki, PostId question);

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param answers which, at most 1,000
     * @return those that the reader may view, with their questions
     */
    Map<PostId, AnswerFacts> answers(UserId reader, String wiki, Collection<PostId> answers);

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param authors an account and the imported people linked to it
     * @param limit how many at most
     * @return the tags of the questions that they answered, as far as the reader may view the answers, most answers
     *         first; answers with rights of their own are not counted
     */
    List<AnsweredTag> answeredTags(UserId reader, String wiki, Collection<UserId> authors, int limit);

    /**
     * @param wiki the wiki
     * @param posts ids of questions, answers or anything else, at most 1,000
     * @return where those of them stand that are posts and not deleted, in two statements; an answer to a deleted question
     *         stands nowhere
     */
    Map<UUID, PostLocation> locations(String wiki, Collection<UUID> posts);

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param posts ids of questions, answers or anything else, at most 1,000
     * @return of those {@link #locations}, the ones that the reader may view
     */
    Map<UUID, PostLocation> locations(UserId reader, String wiki, Collection<UUID> posts);

    /**
     * @param wiki the wiki
     * @param question a question
     * @param before a row of the ledger: only who wrote before that, however equal the times are
     * @return who asked it, and who wrote an answer that stands, in two statements
     */
    Set<UserId> writers(String wiki, PostId question, long before);

    /**
     * Where a post stands.
     *
     * @param id the post
     * @param question its question; itself for a question
     * @param page its page
     * @param questionPage its question's page
     * @param title its question's title, plain text
     * @param tags its question's tags
     * @param community its community
     * @param author who wrote it
     */
    record PostLocation(PostId id, PostId question, PageId page, PageId questionPage, String title, List<String> tags,
        UUID community, UserId author)
    {
    }

    /**
     * A question with its answers.
     *
     * @param id its id
     * @param page its page
     * @param community its community
     * @param title plain text
     * @param body xwiki/2.1
     * @param tags its tags
     * @param answers its answers
     * @param gone ids of deleted answers
     */
    record QuestionText(PostId id, PageId page, UUID community, String title, String body, List<String> tags,
        List<AnswerText> answers, List<PostId> gone)
    {
    }

    /**
     * An answer.
     *
     * @param id its id
     * @param page its page
     * @param author who answered
     * @param created when
     * @param accepted whether it is accepted
     * @param body xwiki/2.1
     */
    record AnswerText(PostId id, PageId page, UserId author, Instant created, boolean accepted, String body)
    {
    }

    /**
     * What can be said about an answer.
     *
     * @param id the answer
     * @param question its question
     * @param questionTitle the question's title
     * @param questionPage the question's page
     * @param author who answered
     * @param tags the question's tags
     * @param created when
     * @param score votes up less votes down
     * @param accepted whether it is accepted
     */
    record AnswerFacts(PostId id, PostId question, String questionTitle, PageId questionPage, UserId author,
        List<String> tags, Instant created, int score, boolean accepted)
    {
    }

    /**
     * A tag with what somebody answered.
     *
     * @param tag the tag
     * @param answers how many answers
     * @param accepted how many of them are accepted
     */
    record AnsweredTag(String tag, int answers, int accepted)
    {
    }
}
