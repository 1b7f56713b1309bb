/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The port {@code Pages} on XWiki's documents and objects: reading, saving (compared and set under a lock), moving,
 * comments, history, and the events of changes. Rights are not asked here.
 */
package org.copsuite.xwiki.page;
