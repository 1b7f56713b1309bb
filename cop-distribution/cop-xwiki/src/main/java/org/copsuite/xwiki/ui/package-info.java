/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** Where the suite appears in XWiki's own pages: the Applications panel, profiles, below a page's content. */
package org.copsuite.xwiki.ui;
