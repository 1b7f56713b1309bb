/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The suite's tables on XWiki's database, and its core of XWiki's Solr. */
package org.copsuite.xwiki.store;
