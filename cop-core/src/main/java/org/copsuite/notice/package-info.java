/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Notices: who watches what, who is notified of an entry, and how notices are delivered. One consumer of the ledger
 * decides about recipients; a person is notified of an entry once, and only of what the person may view. How the wiki
 * shows a notice and how a mail is sent belongs to the ports {@code Notices} and {@code Mail}.
 */
package org.copsuite.notice;
