/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.project.ProjectActs;
import org.xwiki.component.annotation.Component;

/** Notifies who was named as one of the people of a project. */
@Component
@Named(ProjectAssignedNotice.NAME)
@Singleton
public class ProjectAssignedNotice extends AbstractProjectNotice
{
    static final String NAME = "PROJECT_ASSIGNED";

    /** Sets name and act. */
    public ProjectAssignedNotice()
    {
        super(NAME, ProjectActs.ASSIGNED);
    }
}
