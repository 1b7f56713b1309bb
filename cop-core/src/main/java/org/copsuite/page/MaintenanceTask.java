/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.page;

import org.xwiki.component.annotation.Role;

/** Something to put in order at the start, each night, and at the end, beside the pages. */
@Role
public interface MaintenanceTask
{
    /** Does it; what fails is logged, and done the next time. */
    void run();
}
