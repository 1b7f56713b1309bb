/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.endorsement.EndorsementActs;
import org.copsuite.ledger.ActType;
import org.copsuite.spi.ActivityType;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.spi.NoticeType;
import org.xwiki.component.annotation.Component;

/** Endorsements as activity. */
@Component
@Named("endorsement")
@Singleton
public class EndorsementActivity implements ActivityType
{
    @Inject
    @Named(EndorsementNotice.NAME)
    private NoticeType notices;

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(EndorsementActs.ENDORSED);
    }

    @Override
    public NoticeTargets targets()
    {
        return this.notices.targets();
    }
}
