/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Pages come in from the wiki: events of pages that were edited, imported, moved or deleted outside the suite, the
 * reconciliation that finds pages whose ledger row is missing, and copies that need an id of their own.
 * What a page of some type means is told by the capability that owns the type, through a {@code PageType}.
 */
package org.copsuite.page;
