/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Set;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionWatch;
import org.copsuite.spi.Audience;
import org.xwiki.component.annotation.Component;

/** Notifies the author of a post of a comment on it, until the comment is deleted. */
@Component
@Named(CommentNotice.NAME)
@Singleton
public class CommentNotice extends AbstractPostNotice
{
    static final String NAME = "COMMENT";

    /** Sets name, icon and act. */
    public CommentNotice()
    {
        super(NAME, "comments", QuestionActs.COMMENTED);
    }

    @Override
    public Set<ActType<?>> endActs()
    {
        return Set.of(QuestionActs.DELETED);
    }

    @Override
    UUID post(LedgerEntry entry)
    {
        return entry.detail(QuestionActs.COMMENTED);
    }

    @Override
    Audience audience(LedgerEntry entry, PostLocation location)
    {
        return Audience.of(location.author())
            .unlessRefused(QuestionWatch.of(entry.getWiki(), location.post().question()));
    }
}
