/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the macro and fragments of notices and of watching, and the mails about notices.
 */
package org.copsuite.macro.notice;
