/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the import of Stack Exchange data dumps. It streams a dump, is repeatable and resumable, and converts its
 * HTML to xwiki/2.1. Tables do not belong here: the import writes through the bulk roles of the other packages.
 */
package org.copsuite.transfer;
