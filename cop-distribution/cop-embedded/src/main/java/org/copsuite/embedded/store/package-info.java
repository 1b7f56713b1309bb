/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the storage of the embedded wiki: pages with their versions and attachments, accounts, groups, rules,
 * sessions and settings. Reads and writes them in the wiki's own tables on HSQLDB, PostgreSQL or MariaDB. Permission
 * checks do not belong here (the web layer makes them by the port {@code Access}), and neither does HTML.
 */
package org.copsuite.embedded.store;
