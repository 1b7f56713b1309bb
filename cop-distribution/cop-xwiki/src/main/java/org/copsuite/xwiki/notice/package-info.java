/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Notices as XWiki's own notifications, and mail through XWiki. Whom to tell what is decided in the core; how it is shown
 * is said by templates.
 */
package org.copsuite.xwiki.notice;
