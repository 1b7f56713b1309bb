/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.coaching.CoachingService.HeldQuestion;
import org.copsuite.setting.Suite;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Leads notices of a held question to where it is listed. Their title is the name of the community: no notice, mail or event
 * of the wiki has a word of the question.
 */
@Component(roles = HeldTargets.class)
@Singleton
public class HeldTargets implements NoticeTargets
{
    @Inject
    private HeldReader reader;

    @Override
    public Map<StoredNotice, Target> find(UserId actor, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, HeldQuestion> held = this.reader.find(actor, wiki, notices.stream().map(StoredNotice::subject)
            .collect(Collectors.toSet())).stream().collect(Collectors.toMap(HeldQuestion::id, Function.identity()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            HeldQuestion one = held.get(notice.subject());
            if (one != null) {
                targets.put(notice, new Target(one.community() == null ? "" : one.community().title(),
                    SpaceId.of(wiki, Suite.SPACE).page("FirstQuestions"), "cop-held-" + one.id()));
            }
        }
        return targets;
    }
}
