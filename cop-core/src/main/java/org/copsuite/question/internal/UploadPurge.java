/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.page.MaintenanceTask;
import org.xwiki.component.annotation.Component;

/** Purges the draft files whose posts were not saved within a day. */
@Component
@Named("uploads")
@Singleton
public class UploadPurge implements MaintenanceTask
{
    @Inject
    private DefaultPostFiles files;

    @Override
    public void run()
    {
        this.files.purge();
    }
}
