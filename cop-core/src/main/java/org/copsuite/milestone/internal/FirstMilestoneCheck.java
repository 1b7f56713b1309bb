/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.founding.LaunchCheck;
import org.copsuite.ledger.Ledger;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** A community that goes live has a first milestone, so that whoever comes knows what it is working towards. */
@Component
@Named("milestone")
@Singleton
public class FirstMilestoneCheck implements LaunchCheck
{
    @Inject
    private Ledger ledger;

    @Override
    public int order()
    {
        return 400;
    }

    @Override
    public boolean isDone(CommunityView community)
    {
        return this.ledger.read(session -> !session
            .createQuery("select id from MilestoneRow where wiki = :wiki and community = :community "
                + "and deleted = false", UUID.class)
            .setParameter("wiki", community.page().wiki().value()).setParameter("community", community.id().value())
            .setMaxResults(1).getResultList().isEmpty());
    }

    @Override
    public Target target(UserId reader, CommunityView community)
    {
        return new Target(SpaceId.of(community.page().wiki(), Suite.SPACE).page("Milestones"),
            Map.of("cop-community", community.id().toString(), "cop-new", "true"));
    }
}
