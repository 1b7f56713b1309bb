/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page;

import org.xwiki.component.annotation.Role;

/** A task that runs at the start, every night and at the end, beside the reconciliation of pages. */
@Role
public interface MaintenanceTask
{
    /** Runs the task. A failure is logged; the next run tries again. */
    void run();
}
