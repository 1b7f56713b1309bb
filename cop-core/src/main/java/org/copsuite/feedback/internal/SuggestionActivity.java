/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.feedback.SuggestionActs;
import org.copsuite.ledger.ActType;
import org.copsuite.spi.ActivityType;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** Suggestions and decisions on them as activity. */
@Component
@Named("suggestion")
@Singleton
public class SuggestionActivity implements ActivityType
{
    @Inject
    private SuggestionTargets targets;

    @Override
    public Set<ActType<?>> acts()
    {
        return Set.of(SuggestionActs.SUGGESTED, SuggestionActs.DECIDED);
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
