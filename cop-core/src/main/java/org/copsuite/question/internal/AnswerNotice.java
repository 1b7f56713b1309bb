/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionWatch;
import org.copsuite.spi.Audience;
import org.xwiki.component.annotation.Component;

/**
 * Notifies of an answer who watches the question. Who asked it, answered it before or has it, too, does so without a
 * choice.
 */
@Component
@Named(AnswerNotice.NAME)
@Singleton
public class AnswerNotice extends AbstractPostNotice
{
    static final String NAME = "ANSWER";

    @Inject
    private NeedReader needs;

    /** Sets name, icon and act. */
    public AnswerNotice()
    {
        super(NAME, "comment", QuestionActs.ANSWERED);
    }

    @Override
    Audience audience(LedgerEntry entry, PostLocation location)
    {
        PostId question = location.post().question();
        return Audience.of(posts().writers(entry.getWiki(), question, entry.getSequence()))
            .and((person, limit) -> this.needs.people(entry.getWiki(), question, person, limit))
            .andWatchersOf(QuestionWatch.of(entry.getWiki(), question));
    }
}
