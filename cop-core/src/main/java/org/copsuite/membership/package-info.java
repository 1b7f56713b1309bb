/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * How people become members of a community where they do not join by themselves: requests, which whoever manages the
 * members answers, and invitations of people, of groups of the wiki and by link. The membership itself, roles and
 * rights belong to {@code org.copsuite.community}.
 */
package org.copsuite.membership;
