/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.project.ProjectActs;
import org.xwiki.component.annotation.Component;

/** Notifies who asked another community to own a project that it does. */
@Component
@Named(ProjectAcceptedNotice.NAME)
@Singleton
public class ProjectAcceptedNotice extends AbstractProjectNotice
{
    static final String NAME = "PROJECT_ACCEPTED";

    /** Sets name and act. */
    public ProjectAcceptedNotice()
    {
        super(NAME, ProjectActs.ACCEPTED);
    }
}
