/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Resources of the suite as a whole: its switch, removal and health.
 */
package org.copsuite.rest.administration;
