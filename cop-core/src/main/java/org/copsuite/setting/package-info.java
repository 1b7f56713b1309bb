/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Settings that an administrator changes for the suite in a wiki, and preferences of its people; cached in memory. What
 * a setting means belongs to the capability that names it.
 */
package org.copsuite.setting;
