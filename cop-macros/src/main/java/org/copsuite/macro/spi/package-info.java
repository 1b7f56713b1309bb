/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the parts that a capability contributes to shared pages: component roles, each implemented under a hint.
 * Modules and extensions contribute by registering a component; the pages show every part that they find, by its order.
 */
package org.copsuite.macro.spi;
