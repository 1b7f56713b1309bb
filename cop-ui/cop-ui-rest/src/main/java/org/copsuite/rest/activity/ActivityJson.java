/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.activity;

import java.time.Instant;

import org.copsuite.activity.ActivityService.Activity;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** What somebody did. */
record ActivityJson(Person person, String act, String title, PageId url, CommunityId community, Instant at, int times)
{
    static ActivityJson of(Activity activity)
    {
        return new ActivityJson(activity.person(), activity.act(), activity.target().title(), activity.target().page(),
            activity.community().id(), activity.at(), activity.times());
    }
}
