/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.copsuite.search.IndexFields;
import org.copsuite.wiki.Html;

/**
 * The response of the index to a search. The projections have not yet checked which hits the reader may view.
 *
 * @param matches the things found, best first
 * @param total the total number of matches
 * @param mark Solr's next cursor mark
 * @param strict the number of matches of the query that requires all words; -1 if it was not counted
 */
record SearchHits(List<Match> matches, long total, String mark, long strict)
{
    /** The query that counts them: a filter that is not cached, because each search has another one. */
    static final String STRICT = "{!lucene cache=false v=$strict}";

    /** The pseudo-field with the score. */
    static final String SCORE = "score";

    /**
     * A thing that matches.
     *
     * @param type the type of its source
     * @param id its id
     * @param snippet the text around the matched words
     * @param score its score; 0 if the query did not ask for it
     */
    record Match(String type, UUID id, Html snippet, double score)
    {
    }

    static SearchHits of(QueryResponse response, SearchWords.Marks marks)
    {
        List<Match> matches = new ArrayList<>();
        for (SolrDocument document : response.getResults()) {
            matches.add(new Match((String) document.getFieldValue("kind"),
                UUID.fromString((String) document.getFieldValue("item")),
                Snippets.of((String) document.getFieldValue(IndexFields.EXCERPT), marks),
                document.getFieldValue(SCORE) instanceof Number score ? score.doubleValue() : 0));
        }
        Map<String, Integer> counts = response.getFacetQuery();
        return new SearchHits(List.copyOf(matches), response.getResults().getNumFound(), response.getNextCursorMark(),
            counts == null ? -1 : counts.getOrDefault(STRICT, -1));
    }

    /** @return the approximate size in characters, for the cache */
    int size()
    {
        return this.matches.stream().mapToInt(match -> 200 + match.snippet().value().length()).sum();
    }
}
