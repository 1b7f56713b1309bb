/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** The REST resource of the gaps in what a community knows. */
package org.copsuite.rest.gap;
