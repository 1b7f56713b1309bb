/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Prints HTML from Velocity templates that escape every reference unless its value is typed as
 * {@link org.copsuite.wiki.Html}.
 * Templates only print: what they show is worked out in Java and handed to them.
 */
package org.copsuite.macro.template;
