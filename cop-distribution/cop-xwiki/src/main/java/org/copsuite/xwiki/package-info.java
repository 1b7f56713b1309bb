/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The binding of the suite to XWiki Platform: what all of it shares. How XWiki is reached from any thread, how its
 * references and ours say the same, and what starts and stops with the extension. The ports are in the packages below.
 */
package org.copsuite.xwiki;
