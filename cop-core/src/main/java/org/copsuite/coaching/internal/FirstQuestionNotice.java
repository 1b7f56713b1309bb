/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.coaching.CoachingActs;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.AbstractPersonalNotice;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** Notifies coaches of a first question. */
@Component
@Named(FirstQuestionNotice.NAME)
@Singleton
public class FirstQuestionNotice extends AbstractPersonalNotice
{
    static final String NAME = "FIRST_QUESTION";

    @Inject
    private Coaches coaches;

    @Inject
    private HeldTargets targets;

    /** Sets name and acts. */
    public FirstQuestionNotice()
    {
        super(NAME, "user_add", CoachingActs.HELD, CoachingActs.PUBLISHED, CoachingActs.WITHDRAWN);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of((person, limit) -> this.coaches.of(entry.getWiki(), entry.getCommunity(), person,
            limit)));
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
