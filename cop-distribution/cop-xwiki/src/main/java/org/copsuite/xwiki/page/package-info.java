/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Implements the port {@code Pages} on XWiki's documents and objects. Reads pages, comments, files and history, saves
 * with a version check under a lock, moves, deletes, and notifies listeners of changes. Permission checks do not belong
 * here.
 */
package org.copsuite.xwiki.page;
