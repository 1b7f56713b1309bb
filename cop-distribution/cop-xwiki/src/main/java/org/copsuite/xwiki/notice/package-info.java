/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Implements notices on XWiki's notifications, and mail on XWiki's mail sender. Converts notices to events and renders
 * them with templates. The choice of recipients does not belong here but to the core.
 */
package org.copsuite.xwiki.notice;
