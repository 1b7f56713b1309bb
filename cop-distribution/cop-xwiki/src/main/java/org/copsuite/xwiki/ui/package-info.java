/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the suite's UI extensions and pages of XWiki's own user interface. Adds the suite to the applications panel,
 * profiles, administration, page creation, macro dialogs and the tabs below a page. The content of fragments and macros
 * does not belong here.
 */
package org.copsuite.xwiki.ui;
