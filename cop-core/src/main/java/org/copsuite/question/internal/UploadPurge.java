/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.page.MaintenanceTask;
import org.xwiki.component.annotation.Component;

/** Removes the files of drafts that nobody sent. */
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
