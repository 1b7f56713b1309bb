/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import javax.servlet.http.HttpServletResponse;

/** Sets the security headers that every response carries. */
final class SecurityHeaders
{
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
        + "img-src 'self' https: data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

    private SecurityHeaders()
    {
    }

    static void set(HttpServletResponse response)
    {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
}
