/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * The transport of the embedded wiki on Jetty. It receives request bodies and sends responses without holding a thread,
 * limits connections, bodies and concurrent requests, and closes connections that are too slow. Pages, sessions and
 * accounts do not belong here; {@link org.copsuite.embedded.http.RequestPolicy} supplies the decisions that depend on
 * them.
 */
package org.copsuite.embedded.http;
