/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import org.copsuite.ledger.Act;

/** What people do with communities, as the ledger says it; the subject is the community. */
public final class CommunityActs
{
    /** Founded a community: detail the access in lower case. */
    public static final Act FOUNDED = new Act("founded");

    /** Joined: beneficiary who is a member now, detail the role in lower case. */
    public static final Act JOINED = new Act("joined");

    /** Left: beneficiary who is no member any more. */
    public static final Act LEFT = new Act("left");

    /** Was given a role: beneficiary the member, detail the role in lower case. */
    public static final Act ROLE_GIVEN = new Act("role-given");

    /** Opened or closed it to the public: detail the access in lower case. */
    public static final Act ACCESS_GIVEN = new Act("access-given");

    /** Changed name, purpose or domains: detail the version. */
    public static final Act CHANGED = new Act("community-changed");

    /** Deleted the community's page. */
    public static final Act DELETED = new Act("community-deleted");

    /** A deleted community's page is there again. */
    public static final Act RESTORED = new Act("community-restored");

    private CommunityActs()
    {
    }
}
