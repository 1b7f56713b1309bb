/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of handovers. */
package org.copsuite.rest.handover;
