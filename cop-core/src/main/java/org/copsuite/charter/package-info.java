/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Charters of communities: objectives with measure, target and present value, and guidelines that say what is safe to
 * ask. A charter is a page in the space of its community. Purpose and domains belong to the home page of the community.
 */
package org.copsuite.charter;
