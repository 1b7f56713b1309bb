/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * What an administrator has set for the suite in a wiki, and what people prefer there; read from memory.
 * What a setting means is the business of the capability that names it.
 */
package org.copsuite.setting;
