/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Milestones of communities and of whatever else holds some: pages with a due date, an owner, people and progress, and
 * their state in the ledger. Lists and forms are in the macros.
 */
package org.copsuite.milestone;
