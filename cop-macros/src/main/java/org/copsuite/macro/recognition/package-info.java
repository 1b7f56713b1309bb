/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the macros and fragments of recognition: leaderboards, thanks and the contributions of the reader.
 */
package org.copsuite.macro.recognition;
