/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** What pages show of polls, the pulse survey and suggestions: panels of a community's home page, and macros. */
package org.copsuite.macro.feedback;
