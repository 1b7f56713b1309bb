/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the implementations of the ports {@code Database} and {@code Index}. Migrates and provides the suite's
 * tables in XWiki's database and its core in XWiki's Solr, and deletes both with a wiki or the extension. Statements on
 * tables and queries on the index do not belong here.
 */
package org.copsuite.xwiki.store;
