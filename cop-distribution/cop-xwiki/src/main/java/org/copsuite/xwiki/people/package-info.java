/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the implementations of the ports {@code People} and {@code Groups}, and the suite's service account. Reads
 * and caches XWiki's accounts, and reads and writes its group pages. Permission checks do not belong here.
 */
package org.copsuite.xwiki.people;
