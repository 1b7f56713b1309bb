/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Notices: who watches what, who is told what others did, and how. Receivers are decided in one place, a follower of the
 * ledger; each person is told an act once, and only what the person may view. How a notice is shown in the wiki and how a
 * mail leaves it is the business of the ports {@code Notices} and {@code Mail}.
 */
package org.copsuite.notice;
