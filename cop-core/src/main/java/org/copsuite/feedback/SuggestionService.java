/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback;

import java.time.Instant;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Suggestions to a community. Whoever may view the community views them; members suggest and vote; whoever may change the
 * community decides.
 */
@Role
public interface SuggestionService
{
    /** Maximum length of a title, in characters. */
    int TITLE_MAXIMUM = 120;

    /** Maximum length of a text, in characters. */
    int BODY_MAXIMUM = 2_000;

    /** Maximum length of a reason, in characters. */
    int REASON_MAXIMUM = 500;

    /** Maximum number of suggestions of one author in a community that are new. */
    int NEW_MAXIMUM = 10;

    /**
     * Checks that a person may suggest something to a community.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param community the community
     * @throws CopException SIGN_IN; NOT_FOUND for a community that the actor may not view; FORBIDDEN
     */
    void checkSuggest(UserId actor, WikiId wiki, CommunityId community) throws CopException;

    /**
     * Suggests something. Repeating the call with the same id changes nothing.
     *
     * @param actor a member
     * @param draft the suggestion
     * @throws CopException SIGN_IN; NOT_FOUND for a community that the actor may not view; FORBIDDEN for others than
     *             members; INVALID with the fields {@code title}, {@code body}; CONFLICT for more new suggestions than
     *             {@link #NEW_MAXIMUM}
     */
    void suggest(UserId actor, Draft draft) throws CopException;

    /**
     * Votes for a suggestion that is new or planned, or withdraws the vote. Repeating the call changes nothing.
     *
     * @param actor a member who is not its author
     * @param wiki the wiki
     * @param suggestion the suggestion
     * @param on whether to vote for it
     * @throws CopException SIGN_IN; NOT_FOUND; FORBIDDEN; CONFLICT if it is done or declined
     */
    void vote(UserId actor, WikiId wiki, UUID suggestion, boolean on) throws CopException;

    /**
     * Changes the state of a suggestion. Permitted to whoever may change the community. Changes nothing if it has that
     * state and reason.
     *
     * @param actor who decides
     * @param wiki the wiki
     * @param suggestion the suggestion
     * @param state the new state
     * @param reason the reason, one line; required to decline
     * @param seen the state that the actor saw
     * @throws CopException SIGN_IN; NOT_FOUND; FORBIDDEN; INVALID with the fields {@code state}, {@code reason};
     *             CONFLICT if the state is no longer the one that the actor saw
     */
    void decide(UserId actor, WikiId wiki, UUID suggestion, State state, String reason, State seen) throws CopException;

    /**
     * Deletes a suggestion: its author as long as it is new, and whoever moderates the community.
     *
     * @param actor who deletes it
     * @param wiki the wiki
     * @param suggestion the suggestion
     * @throws CopException SIGN_IN; NOT_FOUND; FORBIDDEN
     */
    void delete(UserId actor, WikiId wiki, UUID suggestion) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param suggestion a suggestion
     * @return the suggestion
     * @throws CopException NOT_FOUND if there is none that the reader may view
     */
    SuggestionView get(UserId reader, WikiId wiki, UUID suggestion) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community
     * @param state the state of those to list, {@code null} for all
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of suggestions, 1 to 100
     * @return the suggestions of the community, those with the most votes first, then the newest
     * @throws CopException NOT_FOUND if the reader may not view the community; INVALID for a cursor of another list
     */
    Slice<SuggestionView> list(UserId reader, WikiId wiki, CommunityId community, State state, String after, int limit)
        throws CopException;

    /** What happens with a suggestion. */
    enum State
    {
        /** Nobody has decided. */
        NEW,
        /** It will be done. */
        PLANNED,
        /** It is done. */
        DONE,
        /** It will not be done, for a reason. */
        DECLINED;

        /** @return whether one can vote for it */
        public boolean isOpen()
        {
            return this == NEW || this == PLANNED;
        }
    }

    /**
     * A suggestion to make.
     *
     * @param id its id, from the form
     * @param wiki the wiki
     * @param community its community
     * @param title one line of 1 to {@link #TITLE_MAXIMUM} characters
     * @param body plain text of up to {@link #BODY_MAXIMUM} characters
     */
    record Draft(UUID id, WikiId wiki, CommunityId community, String title, String body)
    {
    }

    /**
     * A suggestion as pages show it.
     *
     * @param id its id
     * @param community its community
     * @param author who suggested it
     * @param title plain text
     * @param body plain text, may be empty
     * @param at when
     * @param state what happens with it
     * @param reason why, plain text, may be empty
     * @param votes how many people voted for it
     * @param voted whether the reader did
     * @param may what the reader may do
     */
    record SuggestionView(UUID id, CommunityLocation community, Person author, String title, String body, Instant at,
        State state, String reason, int votes, boolean voted, Permissions may)
    {
    }

    /**
     * What the reader may do.
     *
     * @param vote whether the reader may vote, or withdraw the vote
     * @param decide whether the reader may change the state
     * @param delete whether the reader may delete it
     */
    record Permissions(boolean vote, boolean decide, boolean delete)
    {
    }
}
