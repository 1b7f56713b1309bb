/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.administration;

/** Whether an uninstallation deletes tables and index, and whether one may decide it. */
record UninstallJson(boolean purge, boolean mayDecide)
{
}
