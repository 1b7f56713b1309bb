/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Recognition: points by rules that an administrator changes, thanks, leaderboards and contributions, all computed from
 * the ledger. It can be switched off for a wiki, and each person can leave it.
 */
package org.copsuite.recognition;
