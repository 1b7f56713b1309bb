/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Feedback in communities: polls, the pulse survey, suggestions. Open ballots are entries of the ledger. Secret ballots
 * and answers to the pulse survey are not: {@code internal.AnonymousAnswers} alone stores them, apart from who answered.
 */
package org.copsuite.feedback;
