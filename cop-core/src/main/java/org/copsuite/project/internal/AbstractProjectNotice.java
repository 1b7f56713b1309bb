/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import javax.inject.Inject;

import org.copsuite.ledger.ActType;
import org.copsuite.project.ProjectActs;
import org.copsuite.spi.AbstractPersonalNotice;
import org.copsuite.spi.NoticeTargets;

/** A type of notices about a project. */
abstract class AbstractProjectNotice extends AbstractPersonalNotice
{
    @Inject
    private ProjectNoticeTargets targets;

    AbstractProjectNotice(String name, ActType<?> act)
    {
        super(name, "chart_organisation", act, ProjectActs.DELETED);
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
