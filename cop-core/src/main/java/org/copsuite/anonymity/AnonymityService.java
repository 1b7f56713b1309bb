/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity;

import java.time.Instant;
import java.util.List;

import org.copsuite.CopException;
import org.copsuite.question.PostId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * What an anonymous asker and administrators do with an anonymous question. All methods throw SIGN_IN for a guest and
 * NOT_FOUND for a question that does not exist, that the actor may not view, or that nobody asked anonymously.
 */
@Role
public interface AnonymityService
{
    /** The longest reason, in characters. */
    int REASON_MAXIMUM = 1_000;

    /**
     * @param reader the reader, perhaps a guest
     * @param question a question that was asked anonymously
     * @return what the reader may know and do
     * @throws CopException NOT_FOUND as above
     */
    Anonymity of(UserId reader, PostId question) throws CopException;

    /**
     * Gives one's name for a question and for all that one wrote in its thread. The ledger says who asked, points follow,
     * and the seal is gone; the pages still name nobody. Repeating the call changes nothing.
     *
     * @param actor who asked it
     * @param question the question
     * @throws CopException as above; FORBIDDEN for anybody else
     */
    void unseal(UserId actor, PostId question) throws CopException;

    /**
     * Tells an administrator of the wiki who asked. The ledger says who was told and why, before they are told, and the
     * asker sees it.
     *
     * @param actor the administrator
     * @param question the question
     * @param reason why, 1 to {@link #REASON_MAXIMUM} characters
     * @return who asked
     * @throws CopException as above; FORBIDDEN; INVALID with field {@code reason}
     */
    Person reveal(UserId actor, PostId question, String reason) throws CopException;

    /**
     * Checks whether an actor may know who asked, before a form is read.
     *
     * @param actor a person
     * @param question the question
     * @throws CopException as above; FORBIDDEN
     */
    void checkReveal(UserId actor, PostId question) throws CopException;

    /**
     * @param actor a person
     * @param wiki the wiki
     * @return the questions that the person asked anonymously and may view, newest first
     * @throws CopException SIGN_IN
     */
    List<Own> own(UserId actor, WikiId wiki) throws CopException;

    /**
     * Notes that the asker has seen what is new on a question. Idempotent.
     *
     * @param actor who asked it
     * @param question the question
     * @throws CopException as above; FORBIDDEN for anybody else
     */
    void seen(UserId actor, PostId question) throws CopException;

    /**
     * An anonymous question as one reader sees it.
     *
     * @param question the question
     * @param own whether the reader asked it
     * @param mayReveal whether the reader may know who asked
     * @param reveals who was told and why, for the asker and for administrators; empty for others
     */
    record Anonymity(PostId question, boolean own, boolean mayReveal, List<Reveal> reveals)
    {
        /** Copies the list. */
        public Anonymity
        {
            reveals = List.copyOf(reveals);
        }
    }

    /**
     * An administrator was told who asked.
     *
     * @param by the administrator
     * @param reason why, plain text
     * @param at when
     */
    record Reveal(Person by, String reason, Instant at)
    {
    }

    /**
     * A question that the reader asked anonymously.
     *
     * @param question the question
     * @param title its title, plain text
     * @param page its page
     * @param created when it was asked
     * @param news whether somebody answered or commented, or was told who asked, since the reader was there
     */
    record Own(PostId question, String title, PageId page, Instant created, boolean news)
    {
    }
}
