/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the macros and fragments of the search, of similar questions and of tags.
 */
package org.copsuite.macro.search;
