/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.http;

import java.io.IOException;

import javax.servlet.RequestDispatcher;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

import org.copsuite.db.Outage;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** Answers with a sentence where a request fails outside of the wiki's own pages; Jetty's page would show the failure. */
final class SentenceErrors extends ErrorHandler
{
    private final AdmissionHandler handler;

    SentenceErrors(AdmissionHandler handler)
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
