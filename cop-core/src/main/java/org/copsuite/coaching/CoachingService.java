/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * First questions that are held back for coaching. The first question of a person in a community is one that is asked while
 * the community has no question by that person: neither under the name of the account nor under an imported name linked to
 * it. A deleted question counts as asked; one that was asked anonymously or in another community does not. Anonymous
 * questions and those of coaches are never held back, nor is any where there is no coach but the asker.
 * <p>
 * Coaches are the facilitators of the community, and the members who said that they help. To everybody but its author and
 * them a held question does not exist. Its author alone edits, publishes and withdraws it, whenever they want to.
 * <p>
 * All methods throw NOT_FOUND for what does not exist for the actor, to a guest too, SIGN_IN for a guest otherwise, FORBIDDEN
 * for a coach who tries what only the author may do, and INVALID with the invalid fields.
 */
@Role
public interface CoachingService
{
    /** How many held questions a person has in a wiki at most. */
    int HELD_MAXIMUM = 10;

    /** How many comments a held question has at most. */
    int COMMENTS_MAXIMUM = 100;

    /** How many held questions of others a list shows at most. */
    int LISTED = 50;

    /** From how many questions on a group is counted. */
    int SHOWN_FROM = 5;

    /**
     * Lists the held questions of the reader, and those that the reader coaches, in a bounded number of statements.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @return both, newest first
     * @throws CopException as above
     */
    HeldQuestions list(UserId reader, WikiId wiki) throws CopException;

    /**
     * @param reader the author or a coach
     * @param wiki the wiki
     * @param id a held question
     * @return it, with its comments
     * @throws CopException as above
     */
    HeldQuestion get(UserId reader, WikiId wiki, UUID id) throws CopException;

    /**
     * Edits a held question.
     *
     * @param actor its author
     * @param wiki the wiki
     * @param id a held question
     * @param edit the new text
     * @return it
     * @throws CopException as above; fields {@code title}, {@code body}, {@code tags}; CONFLICT if it has another version
     *             than the edited one, or if it is being published
     */
    HeldQuestion edit(UserId actor, WikiId wiki, UUID id, HeldEdit edit) throws CopException;

    /**
     * Publishes a held question: asks it, as of now. Deletes what was held back, with the comments. Repeating the call
     * changes nothing.
     *
     * @param actor its author
     * @param wiki the wiki
     * @param id a held question
     * @param version the version that the author has seen
     * @return the question
     * @throws CopException as above, or as {@link org.copsuite.question.QuestionService#ask} refuses; CONFLICT if it has
     *             another version
     */
    Post publish(UserId actor, WikiId wiki, UUID id, String version) throws CopException;

    /**
     * Deletes a held question with its comments and files. Repeating the call changes nothing.
     *
     * @param actor its author
     * @param wiki the wiki
     * @param id a held question
     * @throws CopException as above; CONFLICT if it is being published
     */
    void withdraw(UserId actor, WikiId wiki, UUID id) throws CopException;

    /**
     * Comments on a held question. Repeating the call with the same id changes nothing.
     *
     * @param actor its author or a coach
     * @param wiki the wiki
     * @param id a held question
     * @param comment the id of the new comment, from the form
     * @param text xwiki/2.1
     * @throws CopException as above; field {@code text}; CONFLICT if there are {@link #COMMENTS_MAXIMUM}
     */
    void comment(UserId actor, WikiId wiki, UUID id, UUID comment, String text) throws CopException;

    /**
     * Says that one helps with first questions, or that one does no longer. Repeating the call changes nothing.
     *
     * @param actor a member
     * @param wiki the wiki
     * @param community the community
     * @param on whether the actor helps
     * @throws CopException as above; FORBIDDEN for who is no member; CONFLICT to begin where first questions are not
     *             coached
     */
    void volunteer(UserId actor, WikiId wiki, CommunityId community, boolean on) throws CopException;

    /**
     * @param wiki the wiki
     * @param community a community
     * @return whether its first questions are coached; costs no statement
     */
    boolean isOn(WikiId wiki, CommunityId community);

    /**
     * @param reader the reader
     * @param community a community that the reader may view
     * @return what the reader may know and do there
     */
    Coaching of(UserId reader, CommunityView community);

    /**
     * A new text of a held question.
     *
     * @param title plain text
     * @param body xwiki/2.1
     * @param tags tags as typed
     * @param version the edited version
     */
    record HeldEdit(String title, String body, List<String> tags, String version)
    {
    }

    /**
     * The held questions of a reader.
     *
     * @param own those that the reader wrote
     * @param others those that the reader coaches
     */
    record HeldQuestions(List<HeldQuestion> own, List<HeldQuestion> others)
    {
    }

    /**
     * A question that is held back.
     *
     * @param id its id, while it is held back
     * @param question the id that the question will have
     * @param community its community; {@code null} if the reader may no longer view it
     * @param author who wrote it
     * @param title plain text
     * @param body xwiki/2.1
     * @param tags its tags
     * @param about the page that it is about, {@code null} for none
     * @param created when it was written
     * @param version its version
     * @param coached whether a coach has commented
     * @param due whether there is nothing to wait for: no coach commented in time, or the community coaches no longer
     * @param own whether the reader wrote it
     * @param comments its comments in their order; empty in lists
     */
    record HeldQuestion(UUID id, UUID question, CommunityLocation community, Person author, String title, String body,
        List<String> tags, PageId about, Instant created, String version, boolean coached, boolean due, boolean own,
        List<HeldComment> comments)
    {
    }

    /**
     * A comment that only the author of the question and the coaches see.
     *
     * @param id its id
     * @param author who wrote it
     * @param created when
     * @param text xwiki/2.1
     */
    record HeldComment(UUID id, Person author, Instant created, String text)
    {
    }

    /**
     * Coaching in a community, as somebody sees it.
     *
     * @param on whether first questions are coached
     * @param coach whether the reader is a coach
     * @param volunteer whether the reader has said so
     * @param mayVolunteer whether the reader may say so: a member who does not facilitate
     * @param waiting how many held questions the reader coaches there; 0 for who is no coach
     * @param figures what became of first questions; {@code null} unless the reader runs the community
     */
    record Coaching(boolean on, boolean coach, boolean volunteer, boolean mayVolunteer, int waiting, Figures figures)
    {
    }

    /**
     * What became of the first questions of the last {@value #MONTHS} months.
     *
     * @param coached of those on which a coach had commented; {@code null} below {@link #SHOWN_FROM}
     * @param others of all others that were not asked anonymously; {@code null} below {@link #SHOWN_FROM}
     */
    record Figures(Group coached, Group others)
    {
        /** The number of months that count. */
        public static final int MONTHS = 12;
    }

    /**
     * A group of first questions.
     *
     * @param questions how many, without deleted ones
     * @param answered how many of them have an answer
     * @param open how many of them have neither an accepted answer nor are closed
     */
    record Group(int questions, int answered, int open)
    {
        /** @return the share of answered questions in percent */
        public int answeredShare()
        {
            return Math.round(100f * this.answered / this.questions);
        }

        /** @return the share of open questions in percent */
        public int openShare()
        {
            return Math.round(100f * this.open / this.questions);
        }
    }
}
