/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The Solr index of questions and answers: full-text search, related questions, and the evidence by which experts are
 * found. It follows the ledger and keeps its position in the index itself; it answers with ids, and the capabilities
 * read what to show from their views.
 */
package org.copsuite.search;
