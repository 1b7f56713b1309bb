/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Synchronises pages with the ledger: processes events of pages that were edited, imported, moved or deleted outside
 * the suite, reconciles pages whose entries are missing, and gives copies an id of their own. What a page of a type
 * means belongs to the capability that owns the type, through its {@code PageType}.
 */
package org.copsuite.page;
