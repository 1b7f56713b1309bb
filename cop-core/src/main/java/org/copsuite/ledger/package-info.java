/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The append-only ledger: who did what, to what, for whom, when. Contains its entries, the transaction that appends
 * them and updates the projections, the consumers that run after the commit, and the rebuild of all projections. What
 * an act means (how a vote counts, what it earns) belongs to the capability that declares the act type.
 */
package org.copsuite.ledger;
