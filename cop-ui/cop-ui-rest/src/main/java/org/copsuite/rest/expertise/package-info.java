/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Resources of experts and of the topics that people declare.
 */
package org.copsuite.rest.expertise;
