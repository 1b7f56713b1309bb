/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Recognition: points by rules that an administrator changes, thanks, leaderboards, and what one has contributed; all
 * computed from the ledger, and all of it with an off switch, for the wiki and for a person.
 */
package org.copsuite.recognition;
