/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.feedback.SuggestionActs;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.xwiki.component.annotation.Component;

/** Notifies the author of a suggestion, and those who voted for it, of a new state. */
@Component
@Named(SuggestionDecidedNotice.NAME)
@Singleton
public class SuggestionDecidedNotice extends AbstractNoticeType
{
    static final String NAME = "SUGGESTION_DECIDED";

    @Inject
    private SuggestionReader suggestions;

    @Inject
    private SuggestionTargets targets;

    /** Sets name, icon and acts. */
    public SuggestionDecidedNotice()
    {
        super(NAME, "lightbulb", Set.of(SuggestionActs.DECIDED), Set.of(SuggestionActs.DELETED));
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        Audience author = Audience.of(entry.getBeneficiary());
        Audience voters = Audience.of((person, limit) -> this.suggestions.voters(entry.getWiki(), entry.getSubject(),
            person, limit));
        return Optional.of(new Audience(null, List.of(author.sources().get(0), voters.sources().get(0)), List.of(), null));
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
