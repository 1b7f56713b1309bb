/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.knowledge.internal;

import java.util.List;
import java.util.Map;

import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.copsuite.knowledge.IndexFields;
import org.copsuite.wiki.Html;

/** The words around what was found. Solr puts two private characters around it; the rest is escaped here. */
final class Snippets
{
    private static final int LENGTH = 200;

    private Snippets()
    {
    }

    /** @param params the query, which shall bring snippets with it */
    static void ask(ModifiableSolrParams params)
    {
        params.set("hl", true);
        params.set("hl.method", "unified");
        params.set("hl.fl", String.join(",", IndexFields.SNIPPETS));
        params.set("hl.offsetSource", "POSTINGS");
        params.set("hl.weightMatches", false);
        params.set("hl.snippets", 1);
        params.set("hl.fragsize", LENGTH);
        // At blanks: looking for words by the rules of languages takes longer than the search.
        params.set("hl.bs.type", "SEPARATOR");
        params.set("hl.bs.separator", " ");
        params.set("hl.tag.pre", String.valueOf(IndexedText.MARK));
        params.set("hl.tag.post", String.valueOf(IndexedText.UNMARK));
    }

    /**
     * @param response what Solr answered
     * @param id the document
     * @return words around what was found in the question's text, else in an answer; empty if only in its title
     */
    static Html of(QueryResponse response, String id)
    {
        Map<String, List<String>> found = response.getHighlighting() == null ? null : response.getHighlighting().get(id);
        if (found == null) {
            return Html.EMPTY;
        }
        for (String field : IndexFields.SNIPPETS) {
            List<String> texts = found.getOrDefault(field, List.of());
            if (!texts.isEmpty() && texts.get(0).indexOf(IndexedText.MARK) >= 0) {
                return new Html(escape(texts.get(0)));
            }
        }
        return Html.EMPTY;
    }

    private static String escape(String text)
    {
        StringBuilder html = new StringBuilder(text.length() + 40);
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case IndexedText.MARK -> {
                    html.append(open ? "" : "<mark>");
                    open = true;
                }
                case IndexedText.UNMARK -> {
                    html.append(open ? "</mark>" : "");
                    open = false;
                }
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.append(open ? "</mark>" : "").toString();
    }
}
