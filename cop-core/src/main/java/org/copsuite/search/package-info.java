/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the services for full-text search, similar questions and the evidence of expertise, based on a Solr index of
 * questions and answers. The index is a consumer of the ledger that stores its checkpoint in the index itself; a search
 * finds ids in it and reads the displayed data from projections. The projections and the texts of questions and answers
 * do not belong here.
 */
package org.copsuite.search;
