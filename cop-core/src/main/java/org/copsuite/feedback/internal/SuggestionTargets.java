/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Notices of suggestions lead to the home page of the community. */
@Component(roles = SuggestionTargets.class)
@Singleton
public class SuggestionTargets implements NoticeTargets
{
    @Inject
    private SuggestionReader suggestions;

    @Inject
    private CommunityAccess communities;

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, SuggestionRow> rows = this.suggestions.rows(wiki, notices.stream().map(StoredNotice::subject)
            .collect(Collectors.toSet())).stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        Map<CommunityId, CommunityLocation> visible = this.communities.find(reader, wiki, rows.values().stream()
            .map(row -> new CommunityId(row.community)).collect(Collectors.toSet()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            SuggestionRow row = rows.get(notice.subject());
            CommunityLocation home = row == null ? null : visible.get(new CommunityId(row.community));
            if (home != null) {
                targets.put(notice, new Target(row.title, home.page(), "cop-suggestion-" + row.id));
            }
        }
        return targets;
    }
}
