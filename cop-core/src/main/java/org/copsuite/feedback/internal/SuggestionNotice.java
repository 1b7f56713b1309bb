/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityWatch;
import org.copsuite.feedback.SuggestionActs;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** Notifies whoever watches a community of a new suggestion, until it is deleted. */
@Component
@Named(SuggestionNotice.NAME)
@Singleton
public class SuggestionNotice extends AbstractNoticeType
{
    static final String NAME = "SUGGESTION";

    @Inject
    private SuggestionTargets targets;

    /** Sets name, icon and acts. */
    public SuggestionNotice()
    {
        super(NAME, "lightbulb", Set.of(SuggestionActs.SUGGESTED), Set.of(SuggestionActs.DELETED));
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.watching(List.of(CommunityWatch.of(entry.getWiki(), entry.getCommunity()))));
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
