/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.InputStream;

import javax.servlet.http.HttpServletRequest;

/**
 * Lets a servlet respond with a file. The file is not held in memory, and no thread waits until the client has read it.
 */
public final class FileResponse
{
    private static final String ATTRIBUTE = FileResponse.class.getName();

    private FileResponse()
    {
    }

    /**
     * Sends the bytes of a stream as the body of the response, after the servlet has returned. The servlet sets the
     * length and all other headers, and writes nothing itself.
     *
     * @param request the request
     * @param content read piece by piece on threads of the server; closed at the end or when the client disconnects
     */
    public static void send(HttpServletRequest request, InputStream content)
    {
        request.setAttribute(ATTRIBUTE, content);
    }

    /** @return the content that the servlet wants to send, {@code null} if there is none */
    static InputStream of(HttpServletRequest request)
    {
        return (InputStream) request.getAttribute(ATTRIBUTE);
    }
}
