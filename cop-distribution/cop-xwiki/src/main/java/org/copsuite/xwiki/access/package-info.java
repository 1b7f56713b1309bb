/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Implements the port {@code Access} on XWiki's rights. Reads and caches which spaces decide, and delegates each
 * permission check to XWiki's authorization. Decisions about rights do not belong here.
 */
package org.copsuite.xwiki.access;
