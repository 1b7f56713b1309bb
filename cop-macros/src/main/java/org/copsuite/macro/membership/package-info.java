/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** Requests to join communities and invitations on pages. */
package org.copsuite.macro.membership;
