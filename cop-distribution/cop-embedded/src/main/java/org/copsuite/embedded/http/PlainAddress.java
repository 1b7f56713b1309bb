/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.regex.Pattern;

import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * Tells whether all parts of the server read the address of a request alike. The server finds a servlet by the normalised
 * path, while filters, limits and actions read the path as it was sent: {@code /resources/../bin/login} would be a file to
 * the one and a page to the other.
 */
final class PlainAddress
{
    /** The first segment names a servlet; it needs no encoding and no parameters. */
    private static final Pattern FIRST = Pattern.compile("/[A-Za-z0-9._~-]*(/.*)?", Pattern.DOTALL);

    /** A segment of dots, with whatever stands for a dot or a separator. */
    private static final Pattern DOTS =
        Pattern.compile("(?i)(?:/|%2f|\\\\|%5c)(?:\\.|%2e){1,2}(?:;[^/]*)?(?:/|%2f|\\\\|%5c|$)");

    private PlainAddress()
    {
    }

    /**
     * @param path the path as it was sent
     * @param query the query as it was sent, may be {@code null}
     * @return whether the path is its own normal form and the query is UTF-8, both percent-encoded
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
            // Jetty says so, in several ways, of what it cannot decode.
            return false;
        }
    }
}
