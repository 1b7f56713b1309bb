/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.List;

import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.copsuite.CopException;
import org.copsuite.question.PostId;
import org.copsuite.search.IndexFields;
import org.copsuite.wiki.Html;

/**
 * What the index answered to a search; nobody has been asked yet whether it may be shown.
 *
 * @param matches the questions, best first
 * @param total how many there are in all
 * @param mark where Solr goes on
 */
record SearchHits(List<Match> matches, long total, String mark)
{
    /**
     * A question that was found.
     *
     * @param question which
     * @param snippet the words around what was found
     */
    record Match(PostId question, Html snippet)
    {
    }

    static SearchHits of(QueryResponse response, SearchWords.Marks marks) throws CopException
    {
        List<Match> matches = new ArrayList<>();
        for (SolrDocument document : response.getResults()) {
            matches.add(new Match(PostId.parse((String) document.getFieldValue("question")),
                Snippets.of((String) document.getFieldValue(IndexFields.EXCERPT), marks)));
        }
        return new SearchHits(List.copyOf(matches), response.getResults().getNumFound(), response.getNextCursorMark());
    }

    /** @return the characters that it takes to keep it, more or less */
    int size()
    {
        return this.matches.stream().mapToInt(match -> 200 + match.snippet().value().length()).sum();
    }
}
