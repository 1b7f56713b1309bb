/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * Helpers for the database beyond Hibernate: bounded parameter lists, plan caches, the connection guard and the visible
 * spaces of a reader. Statements on the tables of a capability belong to that capability.
 */
package org.copsuite.db;
