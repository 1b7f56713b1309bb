/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.feedback.PollActs;
import org.copsuite.ledger.ActType;
import org.copsuite.spi.ActivityType;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** New polls as activity. Who voted is none. */
@Component
@Named("poll")
@Singleton
public class PollActivity implements ActivityType
{
    @Inject
    private PollTargets targets;

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(PollActs.STARTED);
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
