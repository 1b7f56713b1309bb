/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Leads notices about a post to the page of its question, whose title they have. Two statements for a list. */
@Component(roles = PostNoticeTargets.class)
@Singleton
public class PostNoticeTargets implements NoticeTargets
{
    @Inject
    private Provider<PostSource> posts;

    @Inject
    private Provider<Access> access;

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, PostLocation> found = this.posts.get().locations(reader, wiki,
            notices.stream().map(StoredNotice::about).collect(Collectors.toSet()));
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            PostLocation location = found.get(notice.about());
            if (location != null) {
                targets.put(notice, target(notice, location));
            }
        }
        return targets;
    }

    /** Reads the post once and checks the rights of each reader in memory. */
    @Override
    public Map<UserId, Target> find(Collection<UserId> readers, WikiId wiki, StoredNotice notice)
    {
        PostLocation location = this.posts.get().locations(wiki, Set.of(notice.about())).get(notice.about());
        Map<UserId, Target> targets = new LinkedHashMap<>();
        if (location != null) {
            Target target = target(notice, location);
            readers.stream().filter(reader -> mayView(reader, location)).forEach(reader -> targets.put(reader, target));
        }
        return targets;
    }

    private boolean mayView(UserId reader, PostLocation location)
    {
        return this.access.get().has(reader, Right.VIEW, location.post().questionPage())
            && this.access.get().has(reader, Right.VIEW, location.post().page());
    }

    private static Target target(StoredNotice notice, PostLocation location)
    {
        String anchor = "";
        if (!notice.subject().equals(notice.about())) {
            anchor = "cop-comment-" + notice.subject();
        } else if (!location.post().isQuestion()) {
            anchor = "cop-post-" + notice.about();
        }
        return new Target(location.title(), location.post().questionPage(), anchor);
    }
}
