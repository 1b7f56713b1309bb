/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.util.Set;

import org.apache.solr.common.SolrException;

/**
 * Decides whether a failure means that files of the index are damaged. Checks only classes, because messages may quote
 * a query.
 */
final class IndexDamage
{
    /** The maximum number of causes to follow. */
    private static final int DEPTH = 20;

    private static final int SERVER_ERROR = 500;

    private static final Set<String> DAMAGED = Set.of("org.apache.lucene.index.CorruptIndexException",
        "org.apache.lucene.index.IndexFormatTooOldException", "org.apache.lucene.index.IndexFormatTooNewException",
        "org.apache.lucene.index.IndexNotFoundException");

    private IndexDamage()
    {
    }

    /**
     * @param failure the failure of a request
     * @return whether Lucene detected a damaged file
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
     * @param failure the failure of a request
     * @return whether the failure occurred inside Solr: Solr is reachable, and the request is valid
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
        // Corrupt data can cause any exception; an IllegalStateException comes from a closed client, not from Solr.
        return root instanceof VirtualMachineError || root instanceof AssertionError
            || root instanceof RuntimeException && !(root instanceof IllegalStateException);
    }
}
