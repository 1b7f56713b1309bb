/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.regex.Pattern;

import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * Checks that all parts of the server interpret the address of a request in the same way. The server finds a servlet by
 * the normalised path, while filters, limits and actions read the raw path: {@code /resources/../bin/login} would be a
 * file for the latter and a page for the former.
 */
final class UnambiguousAddress
{
    /** The first segment names a servlet; it needs no encoding and no parameters. */
    private static final Pattern FIRST = Pattern.compile("/[A-Za-z0-9._~-]*(/.*)?", Pattern.DOTALL);

    /** A segment of one or two dots, with any encoding of a dot or a separator. */
    private static final Pattern DOTS =
        Pattern.compile("(?i)(?:/|%2f|\\\\|%5c)(?:\\.|%2e){1,2}(?:;[^/]*)?(?:/|%2f|\\\\|%5c|$)");

    private UnambiguousAddress()
    {
    }

    /**
     * @param path the raw path of the request
     * @param query the raw query of the request, may be {@code null}
     * @return whether the path equals its normal form and the query is percent-encoded UTF-8
     */
    static boolean is(String path, String query)
    {
        return FIRST.matcher(path).matches() && !path.startsWith("//") && !DOTS.matcher(path).find() && isQuery(query);
    }

    private static boolean isQuery(String query)
    {
        try {
            if (query != null) {
                UrlEncoded.decodeUtf8To(query, new MultiMap<>());
            }
            return true;
        } catch (RuntimeException e) {
            // Jetty throws different exceptions for a query that it cannot decode.
            return false;
        }
    }
}
