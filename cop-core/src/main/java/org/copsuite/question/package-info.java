/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Questions and answers: asking, answering, commenting, voting, accepting, closing, and the lists of them.
 * Which texts resemble each other is the business of {@code knowledge}, who is told and what it earns that of other
 * capabilities, which read the ledger.
 */
package org.copsuite.question;
