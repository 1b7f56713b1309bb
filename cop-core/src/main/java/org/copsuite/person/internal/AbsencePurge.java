/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.person.internal;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.page.MaintenanceTask;
import org.xwiki.component.annotation.Component;

/** Purges absences that have passed. */
@Component
@Named("absences")
@Singleton
public class AbsencePurge implements MaintenanceTask
{
    @Inject
    private DefaultAbsences absences;

    @Override
    public void run()
    {
        this.absences.purge();
    }
}
