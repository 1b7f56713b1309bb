/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;

import javax.servlet.RequestDispatcher;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.db.Outage;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * Answers a request that fails outside of the wiki's pages with one sentence. Jetty's own error page would show the
 * exception.
 */
final class PlainErrorHandler extends ErrorHandler
{
    private final AdmissionHandler handler;

    PlainErrorHandler(AdmissionHandler handler)
    {
        this.handler = handler;
    }

    @Override
    public boolean errorPageForMethod(String method)
    {
        return true;
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
        throws IOException
    {
        base.setHandled(true);
        Throwable failure = (Throwable) base.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        this.handler.refuse(base, response, refusal(response.getStatus(), failure));
    }

    private static Refusal refusal(int status, Throwable failure)
    {
        if (Outage.is(failure)) {
            return Refusal.OUTAGE;
        }
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> Refusal.MISSING;
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> Refusal.METHOD;
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? Refusal.MALFORMED : Refusal.FAILED;
        };
    }
}
