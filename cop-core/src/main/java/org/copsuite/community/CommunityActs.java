/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import org.copsuite.ledger.ActType;

/** The act types of communities. The subject of each entry is the community. */
public final class CommunityActs
{
    /** Founded a community. Detail: the visibility in lower case. */
    public static final ActType FOUNDED = new ActType("founded");

    /** Joined a community. Beneficiary: the new member; detail: the role in lower case. */
    public static final ActType JOINED = new ActType("joined");

    /** Left a community. Beneficiary: the former member. */
    public static final ActType LEFT = new ActType("left");

    /** Changed the role of a member. Beneficiary: the member; detail: the role in lower case. */
    public static final ActType ROLE_GIVEN = new ActType("role-given");

    /** Changed the visibility of a community. Detail: the visibility in lower case. */
    public static final ActType ACCESS_GIVEN = new ActType("access-given");

    /** Changed the name, purpose or domains of a community. Detail: the version of the home page. */
    public static final ActType CHANGED = new ActType("community-changed");

    /** Deleted the home page of a community. */
    public static final ActType DELETED = new ActType("community-deleted");

    /** Restored the deleted home page of a community. */
    public static final ActType RESTORED = new ActType("community-restored");

    private CommunityActs()
    {
    }
}
