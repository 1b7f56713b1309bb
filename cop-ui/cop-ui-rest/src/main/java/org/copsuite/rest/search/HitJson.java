/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.search;

import org.copsuite.rest.question.QuestionJson;
import org.copsuite.search.SearchService.Hit;
import org.copsuite.wiki.Html;

/** A question that was found, with the text around the words in it. */
record HitJson(QuestionJson question, Html snippet)
{
    static HitJson of(Hit hit)
    {
        return new HitJson(QuestionJson.of(hit.question()), hit.snippet());
    }
}
