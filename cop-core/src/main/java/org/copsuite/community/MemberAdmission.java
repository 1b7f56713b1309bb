/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Makes people members of communities, for capabilities that decide who joins. */
@Role
public interface MemberAdmission
{
    /**
     * Runs a decision and, if it does not refuse, makes a person a member in the same transaction. The wiki's rights of
     * the person follow before the method returns. A member stays what they are.
     *
     * @param actor who acts: the person who joins, or whoever admits them
     * @param wiki the wiki
     * @param community an existing community; NOT permission-filtered
     * @param member the person who becomes a member
     * @param decision appends the entries of the decision, or refuses
     * @param <T> the type of its result
     * @return the result of the decision
     * @throws CopException NOT_FOUND for a community that does not exist; as the decision
     */
    <T> T admit(UserId actor, WikiId wiki, CommunityId community, UserId member, Ledger.Work<T> decision)
        throws CopException;
}
