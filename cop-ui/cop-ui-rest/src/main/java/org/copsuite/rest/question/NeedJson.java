/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.question;

import java.util.List;

import org.copsuite.question.NeedService.Need;
import org.copsuite.wiki.Person;

/** Who has the same question as its asker. */
record NeedJson(int count, boolean own, boolean mayAdd, List<Person> people)
{
    static NeedJson of(Need need)
    {
        return new NeedJson(need.count(), need.own(), need.mayAdd(), need.people());
    }
}
