/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.math.BigDecimal;
import java.math.MathContext;

import org.apache.solr.client.solrj.util.ClientUtils;

/** Writes clauses in the syntax of Solr's standard query parser. */
final class SolrText
{
    private SolrText()
    {
    }

    /** @return the word with the syntax characters of the parser escaped */
    static String escape(String word)
    {
        return ClientUtils.escapeQueryChars(word);
    }

    /** Appends a scored word; appends nothing if the boost is 0, because then the field does not contain the word. */
    static void boosted(StringBuilder query, String field, String word, double boost)
    {
        if (boost > 0) {
            clause(query, field, escape(word), "^", boost);
        }
    }

    /** Appends a word with a constant score. */
    static void constant(StringBuilder query, String field, String word, double score)
    {
        clause(query, field, escape(word), "^=", score);
    }

    /** Appends a prefix with a constant score for all words that start with it. */
    static void prefix(StringBuilder query, String field, String start, double score)
    {
        clause(query, field, escape(start) + '*', "^=", score);
    }

    private static void clause(StringBuilder query, String field, String word, String operator, double factor)
    {
        query.append(query.isEmpty() ? "" : " ").append(field).append(':').append(word).append(operator)
            .append(number(factor));
    }

    /** Formats a number without exponent, since the parser does not support exponents. */
    static String number(double value)
    {
        return new BigDecimal(value, new MathContext(9)).toPlainString();
    }
}
