/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * The people whom pages name: accounts of the wiki, which the port {@code People} resolves, and imported people, who
 * wrote in another system, have a name and a profile here and never sign in.
 */
package org.copsuite.person;
