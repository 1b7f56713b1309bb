/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.coaching.CoachingActs;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.AbstractPersonalNotice;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Notifies the author of a held question, and the coaches who commented on it, of a comment. */
@Component
@Named(FirstCommentNotice.NAME)
@Singleton
public class FirstCommentNotice extends AbstractPersonalNotice
{
    static final String NAME = "FIRST_COMMENT";

    @Inject
    private HeldReader reader;

    @Inject
    private HeldTargets targets;

    /** Sets name and acts. */
    public FirstCommentNotice()
    {
        super(NAME, "comment", CoachingActs.COMMENTED, CoachingActs.PUBLISHED, CoachingActs.WITHDRAWN);
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        Set<UserId> people = new HashSet<>(this.reader.writers(entry.getWiki(), entry.getSubject()));
        people.add(entry.getBeneficiary());
        return Optional.of(Audience.of(people));
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }
}
