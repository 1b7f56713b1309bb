/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Resources of the search for questions and tags.
 */
package org.copsuite.rest.search;
