/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.QuestionActs;
import org.copsuite.spi.ActivityType;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** Questions, answers and comments as activity. */
@Component
@Named("question")
@Singleton
public class QuestionActivity implements ActivityType
{
    @Inject
    private PostNoticeTargets targets;

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(QuestionActs.ASKED, QuestionActs.ANSWERED, QuestionActs.COMMENTED);
    }

    @Override
    public UUID about(LedgerEntry entry)
    {
        return entry.is(QuestionActs.COMMENTED) ? entry.detail(QuestionActs.COMMENTED) : entry.getSubject();
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
