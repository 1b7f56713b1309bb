/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.search;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import javax.inject.Inject;

import org.copsuite.CopException;
import org.copsuite.PlainText;
import org.copsuite.macro.search.SearchFragments;
import org.copsuite.question.PostId;
import org.copsuite.rest.AbstractResource;
import org.copsuite.search.SearchService.Draft;
import org.copsuite.wiki.WikiId;

/** Base of the resources that find something for a question, or for a text that somebody is writing. */
public abstract class AbstractDraftResource extends AbstractResource
{
    private static final int TAGS = 6;

    private static final int TEXT = 4_000;

    @Inject
    private SearchFragments search;

    /** @return the fragments of the search */
    protected SearchFragments search()
    {
        return this.search;
    }

    /**
     * Reads the text from the parameters of a request: that of a question that exists, or a title, a body and tags.
     *
     * @throws CopException NOT_FOUND if the question does not exist or the person may not view it
     */
    protected Draft draft(WikiId wiki, String question, String title, String body, String tags, String community)
        throws CopException
    {
        if (blankToNull(question) != null) {
            return this.search.draftOf(PostId.parse(question));
        }
        List<String> words =
            Arrays.stream(orEmpty(tags).split("[\\s,;]+")).filter(word -> !word.isEmpty()).limit(TAGS).toList();
        return new Draft(wiki, shortened(title), shortened(body), words, community(community), Set.of());
    }

    /** @return a parameter's value, at most {@value #TEXT} characters of it */
    protected static String shortened(String text)
    {
        return PlainText.cut(orEmpty(text).strip(), TEXT);
    }
}
