/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.activity;

import java.time.Instant;
import java.util.List;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.spi.NoticeTargets.Target;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/** Lists what happened lately in communities. */
@Role
public interface ActivityService
{
    /**
     * Lists activity that the reader may view now, newest first, in a number of statements that does not depend on the
     * limit. What one person did repeatedly to one thing is one item if nothing else happened between. A page has fewer
     * items than its limit if things are grouped or may not be viewed, and may be empty before the end.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community, {@code null} for all that the reader may view
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of acts, 1 to 100
     * @return one page of the activity
     * @throws CopException NOT_FOUND if the reader may not view the community; INVALID for a cursor of another list
     */
    Slice<Activity> list(UserId reader, WikiId wiki, CommunityId community, String after, int limit) throws CopException;

    /**
     * What somebody did.
     *
     * @param person who
     * @param act the name of the act
     * @param target what it is about
     * @param community where
     * @param at when, the last time
     * @param times how often
     */
    record Activity(Person person, String act, Target target, CommunityLocation community, Instant at, int times)
    {
        /**
         * @param other what happened just before
         * @return whether the same person did the same to the same thing
         */
        public boolean repeats(Activity other)
        {
            return key().equals(other.key());
        }

        /** Polls of a community share a page, comments on a question the title. */
        private List<Object> key()
        {
            return List.of(this.person.id(), this.act, this.target.page(), this.target.title(), this.community);
        }
    }
}
