/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the printer of HTML from Velocity templates. Every reference is escaped unless its value has the type
 * {@link org.copsuite.wiki.Html}. Queries and computations do not belong in templates: Java code passes finished values
 * to them.
 */
package org.copsuite.macro.template;
