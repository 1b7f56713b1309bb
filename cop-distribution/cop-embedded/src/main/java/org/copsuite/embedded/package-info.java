/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The embedded wiki as a whole: the command line, the server that starts and stops all of it, and what both are told.
 * What a page looks like lives in {@code web} and {@code render}, what is kept in {@code store}, and what the suite
 * sees of either in {@code port}. No rule of a community of practice lives here.
 */
package org.copsuite.embedded;
