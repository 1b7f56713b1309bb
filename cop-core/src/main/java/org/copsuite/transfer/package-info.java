/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * What comes from other systems: the import of Stack Exchange data dumps, streaming, repeatable and resumable, with
 * the conversion of their HTML into xwiki/2.1.
 * It writes through the capabilities' own bulk roles and knows no table.
 */
package org.copsuite.transfer;
