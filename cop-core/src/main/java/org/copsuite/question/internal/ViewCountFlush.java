/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.page.MaintenanceTask;
import org.xwiki.component.annotation.Component;

/**
 * Flushes the view counts. As a maintenance task it also runs when the extension is uninstalled, while the database is
 * still available.
 */
@Component
@Named("views")
@Singleton
public class ViewCountFlush implements MaintenanceTask
{
    @Inject
    private ViewCounts views;

    @Override
    public void run()
    {
        this.views.flush();
    }
}
