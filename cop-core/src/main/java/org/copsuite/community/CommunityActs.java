/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import org.copsuite.ledger.ActType;

/** What people do with communities, as the ledger says it; the subject is the community. */
public final class CommunityActs
{
    /** Founded a community: detail the access in lower case. */
    public static final ActType FOUNDED = new ActType("founded");

    /** Joined: beneficiary who is a member now, detail the role in lower case. */
    public static final ActType JOINED = new ActType("joined");

    /** Left: beneficiary who is no member any more. */
    public static final ActType LEFT = new ActType("left");

    /** Was given a role: beneficiary the member, detail the role in lower case. */
    public static final ActType ROLE_GIVEN = new ActType("role-given");

    /** Opened or closed it to the public: detail the access in lower case. */
    public static final ActType ACCESS_GIVEN = new ActType("access-given");

    /** Changed name, purpose or domains: detail the version. */
    public static final ActType CHANGED = new ActType("community-changed");

    /** Deleted the community's page. */
    public static final ActType DELETED = new ActType("community-deleted");

    /** A deleted community's page is there again. */
    public static final ActType RESTORED = new ActType("community-restored");

    private CommunityActs()
    {
    }
}
