/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;

/** A type of notices about a post. Only people who may view the post get them. */
abstract class AbstractPostNotice extends AbstractNoticeType
{
    @Inject
    private Provider<PostSource> posts;

    @Inject
    private PostNoticeTargets targets;

    AbstractPostNotice(String name, String icon, ActType<?> act)
    {
        super(name, icon, Set.of(act), Set.of());
    }

    @Override
    public NoticeTargets targets()
    {
        return this.targets;
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        UUID post = post(entry);
        return Optional.ofNullable(this.posts.get().locations(entry.getWiki(), Set.of(post)).get(post))
            .map(location -> audience(entry, location).about(post));
    }

    /** Returns the post that an entry is about. */
    UUID post(LedgerEntry entry)
    {
        return entry.getSubject();
    }

    abstract Audience audience(LedgerEntry entry, PostLocation location);

    PostSource posts()
    {
        return this.posts.get();
    }
}
