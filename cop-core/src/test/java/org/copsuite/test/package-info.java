/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains a wiki for tests, to start with {@link org.copsuite.test.TestWiki}, databases for tests, and dumps to
 * import. The suite's components run on real tables, in memory or on a server, and on ports that keep pages, rights,
 * people and groups in maps but behave as the contracts demand. Tests of the suite's own packages do not belong here.
 */
package org.copsuite.test;
