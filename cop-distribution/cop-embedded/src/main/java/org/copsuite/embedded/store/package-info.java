/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * What the embedded wiki keeps: pages with their versions and attachments, accounts, groups, rules, sessions and
 * settings, in tables of its own on HSQLDB, PostgreSQL or MariaDB.
 * Rights are not asked here but by the web layer, from the port {@code Access}; nothing here prints HTML.
 */
package org.copsuite.embedded.store;
