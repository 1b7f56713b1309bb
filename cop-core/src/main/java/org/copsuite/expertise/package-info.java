/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Expertise: topics that people declare on their profile, and people found by topic or free text, each with reasons.
 * Evidence comes from answers that the reader may view. Points and thanks belong to recognition.
 */
package org.copsuite.expertise;
