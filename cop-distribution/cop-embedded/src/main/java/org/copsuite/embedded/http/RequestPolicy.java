/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * What the transport asks before it reads a body. Each method is called on a thread of the server, perhaps at the same
 * time as the others, and reads nothing of the body.
 */
public interface RequestPolicy
{
    /**
     * @param request a request of which only the head is read
     * @return the largest body in bytes that this request may carry
     */
    long largestBody(HttpServletRequest request);

    /**
     * @param request a request of which only the head is read
     * @param token a form token as it was sent, may be {@code null}
     * @return whether it is the token of the request's session
     */
    boolean isTokenValid(HttpServletRequest request, String token);

    /**
     * @param request a request of which only the head is read
     * @return the name of the client that shares the server fairly with the others: an account, else an address
     */
    String client(HttpServletRequest request);

    /**
     * Writes a refusal in the form that the request asks for. The status and the headers of the refusal are set already.
     *
     * @param request the request, whose body is not read
     * @param response not committed
     * @param refusal why
     * @throws IOException if the client has gone
     */
    void explain(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException;
}
