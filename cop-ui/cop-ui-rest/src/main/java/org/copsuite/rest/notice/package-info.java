/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Resources of notices, watched targets and mail preferences.
 */
package org.copsuite.rest.notice;
