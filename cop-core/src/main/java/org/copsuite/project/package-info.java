/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * Projects that several communities own: pages in the space of one of them, with people and milestones of their own.
 * Another community owns a project once somebody who plans there has accepted it. Milestones are in their own package.
 */
package org.copsuite.project;
