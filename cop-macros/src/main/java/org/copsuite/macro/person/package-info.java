/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the macro and fragments of people who wrote in another system.
 */
package org.copsuite.macro.person;
