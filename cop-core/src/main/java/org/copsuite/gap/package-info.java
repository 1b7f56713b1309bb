/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Gaps in what a community knows: topics that are asked about and of which nobody is an expert, and topics that hang on one
 * person. Computed from questions, answers and evidence of expertise; it stores nothing of its own.
 */
package org.copsuite.gap;
