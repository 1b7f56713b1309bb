/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.search;

import org.copsuite.question.QuestionQueries.TagCount;

/** A tag with the number of its questions. */
record TagJson(String tag, int questions)
{
    static TagJson of(TagCount count)
    {
        return new TagJson(count.tag(), count.questions());
    }
}
