/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * The transport of the embedded wiki on Jetty: receives request bodies and sends responses without holding a thread,
 * limits connections, bodies and concurrent requests, and closes connections that are too slow. It knows nothing of
 * pages, sessions or accounts: {@link org.copsuite.embedded.http.RequestPolicy} tells it what it needs.
 */
package org.copsuite.embedded.http;
