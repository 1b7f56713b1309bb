/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.page.MaintenanceTask;
import org.xwiki.component.annotation.Component;

/** Writes down what was looked at as long as the database is there: where an extension goes, it goes first. */
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
