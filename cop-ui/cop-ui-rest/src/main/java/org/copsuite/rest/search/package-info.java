/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Resources of the search for questions, tags and people.
 */
package org.copsuite.rest.search;
