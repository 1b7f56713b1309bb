/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project.internal;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityPermission;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.project.ProjectActs;
import org.copsuite.spi.Audience;
import org.xwiki.component.annotation.Component;

/** Notifies who plans in a community that it was asked to own a project. */
@Component
@Named(ProjectAskedNotice.NAME)
@Singleton
public class ProjectAskedNotice extends AbstractProjectNotice
{
    static final String NAME = "PROJECT_ASKED";

    @Inject
    private CommunityAccess communities;

    /** Sets name and act. */
    public ProjectAskedNotice()
    {
        super(NAME, ProjectActs.ASKED);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of((person, limit) -> this.communities.permitted(entry.getWiki(),
            entry.getCommunity(), CommunityPermission.MANAGE_MILESTONES, person, limit)));
    }
}
