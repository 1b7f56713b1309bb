/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.anonymity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Knows who asked which question anonymously. Nothing else in the suite reads or writes that table, and no row of
 * another table, page, document of the index, mail or line of a log may contain what these methods return together with
 * the question.
 */
@Role
public interface SealService
{
    /** Maximum number of questions of one person that {@link #of} returns. */
    int LISTED = 200;

    /**
     * @param wiki the wiki
     * @param community a community
     * @return whether its members may ask anonymously
     */
    boolean isOffered(WikiId wiki, CommunityId community);

    /**
     * Remembers who asks a question. Called before the question exists, so that no crash can leave a question that its
     * asker has lost. Repeating the call changes nothing.
     *
     * @param wiki the wiki
     * @param question the id of the question
     * @param asker who asks it
     * @throws CopException NOT_FOUND if somebody else asks a question with that id
     */
    void seal(WikiId wiki, UUID question, UserId asker) throws CopException;

    /**
     * @param wiki the wiki
     * @param question a question
     * @param person a person, perhaps a guest
     * @return whether the person asked the question anonymously
     */
    boolean isAsker(WikiId wiki, UUID question, UserId person);

    /**
     * Returns who asked a question, to check the rights of whoever acts anonymously. NOT permission-filtered: never
     * store, log or show the result.
     *
     * @param wiki the wiki
     * @param question a question
     * @return who asked it anonymously; empty if nobody did
     */
    Optional<UserId> asker(WikiId wiki, UUID question);

    /**
     * @param wiki the wiki
     * @param person a person
     * @return at most {@link #LISTED} questions that the person asked anonymously, ordered by id
     */
    List<Sealed> of(WikiId wiki, UserId person);

    /**
     * Notes up to which entry of the ledger the asker has seen a question. Changes nothing for anybody else.
     *
     * @param wiki the wiki
     * @param question a question
     * @param person who has seen it
     * @param sequence the last entry that was seen
     */
    void seen(WikiId wiki, UUID question, UserId person, long sequence);

    /**
     * Forgets who asked a question.
     *
     * @param tx the transaction that says so in the ledger
     * @param wiki the wiki
     * @param question a question
     */
    void unseal(Ledger.Transaction tx, WikiId wiki, UUID question);

    /**
     * A question that somebody asked anonymously.
     *
     * @param question the question
     * @param asker who asked it
     * @param seen the last entry of the ledger that the asker has seen
     * @param mailed the last entry of which the asker was told by mail
     */
    record Sealed(UUID question, UserId asker, long seen, long mailed)
    {
    }
}
