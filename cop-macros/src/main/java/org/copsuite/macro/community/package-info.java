/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the macros and fragments of communities: the directory, the home page with its panels, the members and the
 * forms that found and change a community.
 */
package org.copsuite.macro.community;
