/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.community.CommunityWatch;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.notice.WatchTarget;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.TagWatch;
import org.copsuite.spi.Audience;
import org.xwiki.component.annotation.Component;

/**
 * Notifies of a new question who watches its community or one of its tags. Waits a little: who is likely to answer is
 * told why instead, which takes a few seconds.
 */
@Component
@Named(QuestionNotice.NAME)
@Singleton
public class QuestionNotice extends AbstractPostNotice
{
    static final String NAME = QuestionActs.NEW_QUESTION;

    /** Sets name, icon and act. */
    public QuestionNotice()
    {
        super(NAME, "question", QuestionActs.ASKED);
    }

    @Override
    public Duration delay()
    {
        return Duration.ofSeconds(10);
    }

    @Override
    Audience audience(LedgerEntry entry, PostLocation location)
    {
        List<WatchTarget> watched = new ArrayList<>();
        watched.add(CommunityWatch.of(entry.getWiki(), location.post().community()));
        location.tags().forEach(tag -> watched.add(TagWatch.of(entry.getWiki(), tag)));
        return Audience.watching(watched);
    }
}
