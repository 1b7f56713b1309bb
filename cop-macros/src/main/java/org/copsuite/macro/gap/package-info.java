/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** What pages show of the gaps in what a community knows: a panel of its home page, a macro. */
package org.copsuite.macro.gap;
