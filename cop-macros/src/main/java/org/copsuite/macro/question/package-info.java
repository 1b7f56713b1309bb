/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the macros and fragments of questions: the thread, lists, the form that asks, and the questions about a page.
 */
package org.copsuite.macro.question;
