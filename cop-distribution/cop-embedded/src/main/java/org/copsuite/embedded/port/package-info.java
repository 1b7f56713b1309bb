/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The ports of the suite that need no request, on the tables of the embedded wiki: pages, access, people, groups,
 * database, index and texts. Those that belong to a request are bound by the web layer.
 */
package org.copsuite.embedded.port;
