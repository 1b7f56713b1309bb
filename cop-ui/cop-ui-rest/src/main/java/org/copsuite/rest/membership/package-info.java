/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** Requests to join communities and invitations. */
package org.copsuite.rest.membership;
