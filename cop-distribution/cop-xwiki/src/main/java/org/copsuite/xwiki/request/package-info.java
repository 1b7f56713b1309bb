/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Implements the ports that depend on a request or on rendering. Provides tokens, URLs, translations, the rendering of
 * members' texts, and editors. Permission checks and page storage do not belong here.
 */
package org.copsuite.xwiki.request;
