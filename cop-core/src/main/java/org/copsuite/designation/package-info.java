/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Designated experts: who a community says is its expert of a topic, named by its facilitators or by themselves. The role
 * {@code EXPERT} of a member, which names no topic, belongs to the package {@code community}.
 */
package org.copsuite.designation;
