/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite;

import org.copsuite.wiki.Access;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/** Tells who administers a wiki: accounts that have the right to administer the whole wiki, not only one of its spaces. */
public final class Administrators
{
    private Administrators()
    {
    }

    /**
     * @param access the rights
     * @param wiki the wiki
     * @param user the user
     * @return whether the user administers the wiki; never true for the guest or an imported person
     */
    public static boolean include(Access access, WikiId wiki, UserId user)
    {
        return !user.isGuest() && !user.isImported() && access.has(user, Right.ADMINISTER, SpaceId.of(wiki));
    }

    /**
     * @param access the rights
     * @param wiki the wiki
     * @param user the user
     * @throws CopException SIGN_IN if the user is no account; FORBIDDEN if the account does not administer the wiki
     */
    public static void require(Access access, WikiId wiki, UserId user) throws CopException
    {
        CopException.requireAccount(user);
        if (!include(access, wiki, user)) {
            throw CopException.forbidden();
        }
    }
}
