/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the macros and fragments of expertise: the expert finder and the topics of a person.
 */
package org.copsuite.macro.expertise;
