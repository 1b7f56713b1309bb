/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.Set;

import org.apache.solr.common.SolrException;

/** Tells by a failure whether files of the index are damaged. Only classes are believed: messages may quote a query. */
final class IndexDamage
{
    /** How far causes are followed. */
    private static final int DEPTH = 20;

    private static final int SERVER_ERROR = 500;

    private static final Set<String> DAMAGED = Set.of("org.apache.lucene.index.CorruptIndexException",
        "org.apache.lucene.index.IndexFormatTooOldException", "org.apache.lucene.index.IndexFormatTooNewException",
        "org.apache.lucene.index.IndexNotFoundException");

    private IndexDamage()
    {
    }

    /**
     * @param failure how a request failed
     * @return whether Lucene has found a damaged file
     */
    static boolean isFound(Throwable failure)
    {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEPTH; i++) {
            if (DAMAGED.contains(cause.getClass().getName())
                || cause instanceof SolrException solr && solr.getRootThrowable() != null
                    && DAMAGED.contains(solr.getRootThrowable())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /**
     * @param failure how a request failed
     * @return whether the failure is Solr's own: Solr is neither away, nor was it asked wrongly
     */
    static boolean isInside(Throwable failure)
    {
        Throwable root = failure;
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEPTH; i++) {
            if (cause instanceof SolrException solr) {
                return solr.code() >= SERVER_ERROR;
            }
            if (cause.getClass().getName().startsWith("org.apache.lucene.")) {
                return true;
            }
            root = cause;
            cause = cause.getCause();
        }
        // What reads garbage fails in any way; a client that was closed is no failure of Solr's.
        return root instanceof VirtualMachineError || root instanceof AssertionError
            || root instanceof RuntimeException && !(root instanceof IllegalStateException);
    }
}
