/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.List;

import javax.servlet.http.HttpServletRequest;

/**
 * The lanes of the wiki. Together they run fewer requests than there are threads, which leaves threads to receive and
 * to send. No lane uses the permits of another.
 */
final class Lanes
{
    /** The maximum number of requests that run in all lanes together. */
    static final int RUNNING = 16 + 10 + 3 + 2 + 3;

    private static final int PIECES = 3;

    private static final int PATIENCE = 20;

    private static final String LOGIN = "/bin/login";

    private final Lane reads = new Lane(16, 12, 1000, PATIENCE);

    private final Lane writes = new Lane(10, 6, 500, PATIENCE);

    private final Lane large = new Lane(3, 2, 64, PATIENCE);

    /** Checking a password is slow by design; the limit keeps processors free for other requests. */
    private final Lane logins = new Lane(2, 1, 100, PATIENCE);

    /** Pieces of files. A waiting transfer has an open response, so the queue is long enough to refuse none. */
    private final Lane pieces = new Lane(PIECES, 2, Connections.MAXIMUM + 1, 120);

    /** @return the lane in which pieces of files are read */
    Lane pieces()
    {
        return this.pieces;
    }

    /**
     * @param request a request
     * @param length the size of its body, in bytes
     * @return the lane for the request
     */
    Lane of(HttpServletRequest request, long length)
    {
        if ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod())) {
            return this.reads;
        }
        if (length > ReceivedBody.IN_MEMORY) {
            return this.large;
        }
        return request.getRequestURI().startsWith(LOGIN) ? this.logins : this.writes;
    }

    void expire()
    {
        List.of(this.reads, this.writes, this.large, this.logins, this.pieces).forEach(Lane::expire);
    }
}
