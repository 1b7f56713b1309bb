/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the implementations of the ports that need no request: pages, access, people, groups, database, index and
 * texts. Implements them on the tables of the embedded wiki. The ports that depend on a request do not belong here: the
 * web layer implements them.
 */
package org.copsuite.embedded.port;
