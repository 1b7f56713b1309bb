/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Resources of communities and their members.
 */
package org.copsuite.rest.community;
