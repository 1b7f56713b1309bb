/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Decisions of the wiki that the transport needs before it reads a body. Implementations are thread-safe: the methods
 * are called concurrently on threads of the server. They must not read the body.
 */
public interface RequestPolicy
{
    /**
     * @param request a request of which only the head has been read
     * @return the maximum size of its body, in bytes
     */
    long largestBody(HttpServletRequest request);

    /**
     * @param request a request of which only the head has been read
     * @param token the form token that the client sent, may be {@code null}
     * @return whether it is the form token of the request's session
     */
    boolean isTokenValid(HttpServletRequest request, String token);

    /**
     * @param request a request of which only the head has been read
     * @return the name of the client with which requests are counted, so that clients share the server fairly: the
     *         account if somebody has signed in, otherwise the address
     */
    String client(HttpServletRequest request);

    /**
     * Writes a refusal in the format that the client expects. The caller has set the status and the headers of the
     * refusal.
     *
     * @param request the request, whose body is not read
     * @param response the response, not committed
     * @param refusal the reason
     * @throws IOException if the client has disconnected
     */
    void explain(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException;
}
