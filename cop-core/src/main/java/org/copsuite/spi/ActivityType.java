/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.spi;

import java.util.Set;
import java.util.UUID;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Role;

/**
 * Contributes acts to the activity of communities: what happened lately, in words, with a link. A capability contributes
 * its acts as components. The words of an act are the translation {@code cop.activity.<act>}, which stands between the
 * person and the title of {@link #targets()}. An act of which nobody may learn who did it, or when, is no activity.
 */
@Role
public interface ActivityType
{
    /** @return the acts, each of which belongs to one type only */
    Set<ActType<?>> acts();

    /**
     * @param entry an entry of one of the acts
     * @return what {@link NoticeTargets.StoredNotice#about()} names; {@code null} for nothing
     */
    default UUID about(LedgerEntry entry)
    {
        return null;
    }

    /**
     * @param entry an entry of one of the acts
     * @return who did it, as pages show it: the actor, unless the entry says something else
     */
    default UserId person(LedgerEntry entry)
    {
        return entry.getActor();
    }

    /**
     * @return finds what entries are about, for one reader; entries without a target are left out. The name of the act
     *         stands for the type of a notice. Types that return the same object are resolved together
     */
    NoticeTargets targets();
}
