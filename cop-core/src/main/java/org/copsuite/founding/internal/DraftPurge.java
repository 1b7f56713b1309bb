/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding.internal;

import java.time.Instant;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.page.MaintenanceTask;
import org.xwiki.component.annotation.Component;

/** Purges expired drafts of communities. */
@Component
@Named("foundings")
@Singleton
public class DraftPurge implements MaintenanceTask
{
    @Inject
    private FoundingDrafts drafts;

    @Override
    public void run()
    {
        this.drafts.purge(Instant.now());
    }
}
