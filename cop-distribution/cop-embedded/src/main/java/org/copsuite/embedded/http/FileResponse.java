/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.InputStream;

import javax.servlet.http.HttpServletRequest;

/** How a servlet answers with a file without holding it in memory, or a thread until the client has read it. */
public final class FileResponse
{
    private static final String ATTRIBUTE = FileResponse.class.getName();

    private FileResponse()
    {
    }

    /**
     * Sends the bytes of a stream as the body of the response, after the servlet is done. The servlet sets the length
     * and all other headers, and writes nothing itself.
     *
     * @param request the request
     * @param content read piece by piece on threads of the server, and closed at the end or when the client goes
     */
    public static void send(HttpServletRequest request, InputStream content)
    {
        request.setAttribute(ATTRIBUTE, content);
    }

    /** @return what the servlet wants to be sent, {@code null} for nothing */
    static InputStream of(HttpServletRequest request)
    {
        return (InputStream) request.getAttribute(ATTRIBUTE);
    }
}
