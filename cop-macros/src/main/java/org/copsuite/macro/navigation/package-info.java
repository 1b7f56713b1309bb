/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the macro that links the pages of the suite.
 */
package org.copsuite.macro.navigation;
