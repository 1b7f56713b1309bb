/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of milestones. */
package org.copsuite.rest.milestone;
