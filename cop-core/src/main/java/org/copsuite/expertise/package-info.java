/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Who knows what: topics that people declare on their profile, and experts found by topic or by a free text, each with
 * the reason why.
 */
package org.copsuite.expertise;
