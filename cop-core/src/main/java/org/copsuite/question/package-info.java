/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Questions and answers with their comments, votes, tags and files. Asks, answers, edits, votes, accepts, closes and
 * imports, and reads lists and threads from its projections. Similarity of texts belongs to {@code knowledge}; notices
 * and points belong to the capabilities that read the ledger.
 */
package org.copsuite.question;
