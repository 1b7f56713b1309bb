/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The entry points of the embedded wiki: the command line, the server that starts and stops all parts, and the options
 * of both. {@code web} and {@code render} print the pages, {@code store} stores them, and {@code port} implements the
 * ports of the suite. Rules of a community of practice do not belong here.
 */
package org.copsuite.embedded;
