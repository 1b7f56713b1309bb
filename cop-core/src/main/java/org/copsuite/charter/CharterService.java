/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter;

import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Reads and writes the charters of communities. Whoever may view a community may view its charter, unless the page of
 * the charter has rights of its own; whoever has the permission {@code MANAGE_COMMUNITY} may change it. Methods that
 * write throw SIGN_IN for a guest, NOT_FOUND for a community that does not exist or that the actor may not view,
 * FORBIDDEN for a missing permission, and INVALID with the invalid fields.
 */
@Role
public interface CharterService
{
    /** Maximum number of objectives of a charter. */
    int OBJECTIVES_MAXIMUM = 10;

    /** Maximum length of the guidelines, in characters. */
    int GUIDELINES_MAXIMUM = 10_000;

    /** Maximum length of a title or a measure, in characters. */
    int LINE_MAXIMUM = 200;

    /** Maximum number of digits of a number, at most three of them behind the decimal point. */
    int DIGITS_MAXIMUM = 12;

    /**
     * Reads the charter of a community in one statement.
     *
     * @param reader the reader
     * @param community a community that the reader may view
     * @return its charter, with nothing in it if none was written or the reader may not view its page
     */
    Charter get(UserId reader, CommunityView community);

    /**
     * Writes the guidelines. Changes nothing if they are the present ones.
     *
     * @param actor who writes
     * @param wiki the wiki
     * @param community the community
     * @param guidelines xwiki/2.1, at most {@link #GUIDELINES_MAXIMUM} characters, may be empty
     * @param version the edited version of the charter, empty if none was written
     * @return the charter
     * @throws CopException as above, field {@code guidelines}; CONFLICT with the present page if it is at another
     *             version
     */
    Charter write(UserId actor, WikiId wiki, CommunityId community, String guidelines, String version)
        throws CopException;

    /**
     * Adds or changes an objective. Changes to other objectives are no conflict. Changes nothing if the objective has
     * these values.
     *
     * @param actor who writes
     * @param wiki the wiki
     * @param community the community
     * @param draft the objective
     * @return the charter
     * @throws CopException as above, fields {@code title}, {@code measure}, {@code start}, {@code target},
     *             {@code now}, {@code due}; CONFLICT with the present objective as a page if it has changed, CONFLICT with a sentence
     *             if it was removed or the charter has {@link #OBJECTIVES_MAXIMUM}
     */
    Charter put(UserId actor, WikiId wiki, CommunityId community, ObjectiveDraft draft) throws CopException;

    /**
     * Removes an objective. Changes nothing if the charter does not have it.
     *
     * @param actor who removes
     * @param wiki the wiki
     * @param community the community
     * @param objective the id of the objective
     * @return the charter
     * @throws CopException as above
     */
    Charter remove(UserId actor, WikiId wiki, CommunityId community, UUID objective) throws CopException;

    /**
     * An objective as typed.
     *
     * @param id its id, from the form
     * @param title what the community wants to achieve, 1 to {@link #LINE_MAXIMUM} characters
     * @param measure what the numbers count, 1 to {@link #LINE_MAXIMUM} characters
     * @param start a number with a decimal point or comma, blank for 0
     * @param target a number other than the start
     * @param now a number, blank for the start
     * @param due a day as {@code 2027-03-31}, blank for none
     * @param version the {@link Objective#version()} of the edited objective, blank for a new one
     */
    record ObjectiveDraft(UUID id, String title, String measure, String start, String target, String now, String due,
        String version)
    {
    }

    /**
     * The charter of a community.
     *
     * @param community its community
     * @param page its page, {@code null} if none was written
     * @param version the version of its page, empty if none was written
     * @param guidelines what is safe to ask and how people treat each other, xwiki/2.1, may be empty
     * @param objectives its objectives, in the order in which they were added
     * @param mayEdit whether the reader may change it
     */
    record Charter(CommunityView community, PageId page, String version, String guidelines, List<Objective> objectives,
        boolean mayEdit)
    {
        /** @return whether it says nothing */
        public boolean isBlank()
        {
            return this.guidelines.isBlank() && this.objectives.isEmpty();
        }

        /** @return whether it can take another objective */
        public boolean hasRoom()
        {
            return this.objectives.size() < OBJECTIVES_MAXIMUM;
        }
    }
}
