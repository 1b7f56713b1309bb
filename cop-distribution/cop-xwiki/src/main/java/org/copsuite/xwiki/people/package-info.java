/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The ports {@code People} and {@code Groups} on XWiki's accounts and group pages, and the suite's service account. */
package org.copsuite.xwiki.people;
