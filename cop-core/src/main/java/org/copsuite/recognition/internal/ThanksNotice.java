/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.recognition.RecognitionActs;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.spi.AbstractNoticeType;
import org.copsuite.setting.Suite;
import org.copsuite.spi.Audience;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Notifies the person who was thanked, until the thanks are withdrawn, while recognition is on and the person takes part
 * in it. The notice leads to the post; without one that the person may view, to the page of all thanks.
 */
@Component
@Named(ThanksNotice.NAME)
@Singleton
public class ThanksNotice extends AbstractNoticeType implements NoticeTargets
{
    static final String NAME = "THANKS";

    @Inject
    private Provider<RecognitionService> recognition;

    @Inject
    private Provider<PostSource> posts;

    /** Sets name, icon and acts. */
    public ThanksNotice()
    {
        super(NAME, "heart", Set.of(RecognitionActs.THANKED), Set.of(RecognitionActs.UNTHANKED));
    }

    @Override
    public Optional<Audience> audience(LedgerEntry entry)
    {
        return Optional.of(Audience.of(entry.getBeneficiary()).about(entry.detail(RecognitionActs.THANKED).post()));
    }

    @Override
    public NoticeTargets targets()
    {
        return this;
    }

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        if (!this.recognition.get().isOn(wiki) || !this.recognition.get().takesPart(wiki, reader)) {
            return Map.of();
        }
        Map<UUID, PostLocation> found = this.posts.get().locations(reader, wiki,
            notices.stream().map(StoredNotice::about).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            PostLocation location = found.get(notice.about());
            targets.put(notice, location == null ? new Target("", SpaceId.of(wiki, Suite.SPACE).page("Thanks"), "")
                : new Target(location.title(), location.post().questionPage(), "cop-post-" + notice.about()));
        }
        return targets;
    }
}
