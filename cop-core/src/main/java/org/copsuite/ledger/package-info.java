/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The ledger: who did what, to what, for whom, when; append-only. Here are its rows, the transaction in which they and
 * the immediate views are written, the followers that come after, and the rebuild of every view.
 * What an act means (how a vote counts, what it earns) is the business of the capability that names it, not of this
 * package.
 */
package org.copsuite.ledger;
