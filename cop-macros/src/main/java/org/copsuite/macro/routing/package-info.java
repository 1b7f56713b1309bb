/* SPDX-License-Identifier: LGPL-2.1-or-later */

/** Prints who was asked to answer a question, the form that asks somebody by name, and the button that declines. */
package org.copsuite.macro.routing;
