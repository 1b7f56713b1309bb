/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * A wiki for tests: the suite's tables in memory, and ports that keep pages, rights, people and groups in maps but behave
 * as the contract says. Start with {@link org.copsuite.test.TestWiki}.
 */
package org.copsuite.test;
