/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.coaching.CoachingActs;
import org.copsuite.spi.AbstractPersonalNotice;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** Notifies the author of a held question that there is nothing to wait for. */
@Component
@Named(FirstDueNotice.NAME)
@Singleton
public class FirstDueNotice extends AbstractPersonalNotice
{
    static final String NAME = "FIRST_DUE";

    @Inject
    private HeldTargets targets;

    /** Sets name and acts. */
    public FirstDueNotice()
    {
        super(NAME, "hourglass", CoachingActs.DUE, CoachingActs.PUBLISHED, CoachingActs.WITHDRAWN);
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
