/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The ports that belong to a request or to what is printed: tokens, URLs, translated texts, members' texts, editors.
 */
package org.copsuite.xwiki.request;
