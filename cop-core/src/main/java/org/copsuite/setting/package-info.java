/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Settings of wikis, communities and people: their declarations, their values in a table, cached in memory, and who may
 * change them. What a setting means belongs to the capability that declares it.
 */
package org.copsuite.setting;
