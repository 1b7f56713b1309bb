/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** What pages show of milestones: a page, a timeline, a panel of a community's home page, the forms. */
package org.copsuite.macro.milestone;
