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

    /** @return the word, without anything that the parser takes for syntax */
    static String escape(String word)
    {
        return ClientUtils.escapeQueryChars(word);
    }

    /** Appends a word that is scored; nothing where the boost is 0, since then it is not in the field. */
    static void boosted(StringBuilder query, String field, String word, double boost)
    {
        if (boost > 0) {
            clause(query, field, escape(word), "^", boost);
        }
    }

    /** Appends a word that counts the same wherever it is. */
    static void constant(StringBuilder query, String field, String word, double score)
    {
        clause(query, field, escape(word), "^=", score);
    }

    /** Appends all words that start so, which count the same. */
    static void prefix(StringBuilder query, String field, String start, double score)
    {
        clause(query, field, escape(start) + '*', "^=", score);
    }

    private static void clause(StringBuilder query, String field, String word, String operator, double factor)
    {
        query.append(query.isEmpty() ? "" : " ").append(field).append(':').append(word).append(operator)
            .append(number(factor));
    }

    /** The parser knows no exponents. */
    static String number(double value)
    {
        return new BigDecimal(value, new MathContext(9)).toPlainString();
    }
}
