/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Prints the form of the declared settings of a wiki, a community or a person, and contributes it to the administration,
 * the home page of a community and the profile.
 */
package org.copsuite.macro.setting;
