/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Contains the macro and fragments of the administration of the suite.
 */
package org.copsuite.macro.administration;
