/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The resource of settings.
 */
package org.copsuite.rest.setting;
