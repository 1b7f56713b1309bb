/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Resources of people and of the links between imported people and accounts.
 */
package org.copsuite.rest.person;
