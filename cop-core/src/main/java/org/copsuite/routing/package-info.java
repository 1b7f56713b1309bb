/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Brings questions to people: tells the people most likely to answer a new question, each with the reason, lets somebody
 * be asked by name, and escalates questions that nobody answers. Who could answer comes from expertise, what was asked
 * from question; this package decides whom to tell, and never more often than each person wants.
 */
package org.copsuite.routing;
