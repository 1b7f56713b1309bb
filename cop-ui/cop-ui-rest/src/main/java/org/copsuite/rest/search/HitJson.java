/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.search;

import org.copsuite.question.QuestionHit;
import org.copsuite.question.QuestionQueries.QuestionSummary;
import org.copsuite.rest.Nullable;
import org.copsuite.rest.question.QuestionJson;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.spi.SearchHit;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.PageId;

/** A thing that was found, the whole question if it is one, and the text around the words in it. */
record HitJson(String type, String title, PageId url, @Nullable QuestionJson question, Html snippet)
{
    static HitJson of(Hit hit)
    {
        SearchHit item = hit.item();
        return new HitJson(item.type(), item.title(), item.page(),
            item instanceof QuestionHit found ? QuestionJson.of(found.question()) : null, hit.snippet());
    }

    static HitJson of(QuestionSummary question)
    {
        return of(new Hit(new QuestionHit(question), Html.EMPTY));
    }
}
