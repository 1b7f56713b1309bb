/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Resources of thanks, leaderboards and contributions.
 */
package org.copsuite.rest.recognition;
