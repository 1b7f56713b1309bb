/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** Prints what an anonymous asker and administrators see of an anonymous question, and the mail that says that something is new. */
package org.copsuite.macro.anonymity;
