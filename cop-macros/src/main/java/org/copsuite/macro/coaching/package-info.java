/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** Shows first questions that are held back to their authors and coaches, and coaching on the home page of a community. */
package org.copsuite.macro.coaching;
