/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** What pages show of designated experts: a panel of a community's home page, a section of a profile, a macro. */
package org.copsuite.macro.designation;
