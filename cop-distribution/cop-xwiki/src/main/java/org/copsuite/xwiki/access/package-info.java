/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The port {@code Access} on XWiki's rights: which spaces decide is read from rights objects and kept in memory, who
 * may do what is asked from XWiki. No right is decided here.
 */
package org.copsuite.xwiki.access;
