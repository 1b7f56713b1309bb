/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.util.List;

import javax.servlet.http.HttpServletRequest;

/**
 * The lanes of the wiki. Together they let fewer requests run than there are threads, so that a thread is left to receive
 * and to send; none of them can take what another one needs.
 */
final class Lanes
{
    /** How many requests all lanes let run at the same time. */
    static final int RUNNING = 16 + 10 + 3 + 2 + 3;

    private static final int PIECES = 3;

    private static final int PATIENCE = 20;

    private static final String LOGIN = "/bin/login";

    private final Lane reads = new Lane(16, 12, 1000, PATIENCE);

    private final Lane writes = new Lane(10, 6, 500, PATIENCE);

    private final Lane large = new Lane(3, 2, 64, PATIENCE);

    /** Checking a password is slow by design: it must not take all processors. */
    private final Lane logins = new Lane(2, 1, 100, PATIENCE);

    /** Pieces of files; who waits has an open response, so nobody is refused for it. */
    private final Lane pieces = new Lane(PIECES, 2, Connections.MAXIMUM + 1, 120);

    /** @return the lane in which pieces of files are read */
    Lane pieces()
    {
        return this.pieces;
    }

    /**
     * @param request a request
     * @param length the bytes of its body
     * @return the lane that it takes
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
