/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionWatch;
import org.copsuite.spi.Audience;
import org.xwiki.component.annotation.Component;

/** Notifies of an answer who watches the question. Who asked or answered it before does so without a choice. */
@Component
@Named(AnswerNotice.NAME)
@Singleton
public class AnswerNotice extends AbstractPostNotice
{
    static final String NAME = "ANSWER";

    /** Sets name, icon and act. */
    public AnswerNotice()
    {
        super(NAME, "comment", QuestionActs.ANSWERED);
    }

    @Override
    Audience audience(LedgerEntry entry, PostLocation location)
    {
        return Audience.of(posts().writers(entry.getWiki(), location.post().question(), entry.getSequence()))
            .andWatchersOf(QuestionWatch.of(entry.getWiki(), location.post().question()));
    }
}
