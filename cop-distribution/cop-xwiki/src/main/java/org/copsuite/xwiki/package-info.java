/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the parts that all packages of the binding to XWiki Platform share. Provides XWiki's context to any thread,
 * converts between XWiki's references and the suite's ids, and starts and stops the suite with the extension.
 * Implementations of ports belong to the packages below.
 */
package org.copsuite.xwiki;
