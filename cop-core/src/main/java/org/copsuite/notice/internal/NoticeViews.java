/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.person.Persons;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Notice.Kind;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Converts rows to what their recipient may view now, with at most five statements. */
@Component(roles = NoticeViews.class)
@Singleton
public class NoticeViews
{
    @Inject
    private Provider<PostSource> posts;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Suite suite;

    @Inject
    private Persons persons;

    @Inject
    private Provider<RecognitionService> recognition;

    /** Target of a notice's link. */
    record Target(String title, PageId page, String anchor)
    {
    }

    List<NoticeView> of(UserId reader, String wiki, List<NoticeRow> rows)
    {
        Map<NoticeRow, Target> targets = targets(reader, wiki, rows);
        Map<UserId, Person> people = targets.isEmpty() ? Map.of()
            : this.persons.find(targets.keySet().stream().map(row -> new UserId(row.actor)).collect(Collectors.toSet()));
        List<NoticeView> views = new ArrayList<>();
        targets.forEach((row, target) -> views.add(new NoticeView(row.sequence, row.kind,
            people.get(new UserId(row.actor)),
            target.title(), target.page(), target.anchor(), Instant.ofEpochMilli(row.at), row.seen)));
        return views;
    }

    /** Returns the targets of rows, in their order, without rows whose target the reader may not view. */
    Map<NoticeRow, Target> targets(UserId reader, String wiki, List<NoticeRow> rows)
    {
        if (rows.isEmpty() || !this.suite.isOn(wiki)) {
            return Map.of();
        }
        Map<UUID, PostLocation> places = this.posts.get().locations(reader, wiki,
            rows.stream().map(row -> row.post).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UUID, CommunityLocation> homes = this.communities.find(reader, wiki, rows.stream()
            .filter(row -> row.kind == Kind.ADDED).map(row -> row.subject).collect(Collectors.toSet()));
        boolean thanks = this.recognition.get().isOn(wiki) && this.recognition.get().takesPart(wiki, reader);
        Map<NoticeRow, Target> targets = new LinkedHashMap<>();
        for (NoticeRow row : rows) {
            target(row, places.get(row.post), homes.get(row.subject)).filter(target -> row.kind != Kind.THANKS || thanks)
                .ifPresent(target -> targets.put(row, target));
        }
        return targets;
    }

    /** Returns the target of a row; empty if the post or the community is deleted or may not be viewed. */
    private static Optional<Target> target(NoticeRow row, PostLocation post, CommunityLocation community)
    {
        if (post != null) {
            return Optional.of(target(row, post));
        }
        if (row.kind == Kind.ADDED) {
            return Optional.ofNullable(community).map(home -> new Target(home.title(), home.page(), ""));
        }
        return row.kind == Kind.THANKS
            ? Optional.of(new Target("", SpaceId.of(row.wiki, Suite.SPACE).page("Thanks"), "")) : Optional.empty();
    }

    static Target target(NoticeRow row, PostLocation post)
    {
        String anchor = switch (row.kind) {
            case COMMENT -> "cop-comment-" + row.subject;
            case ANSWER, ACCEPTED, THANKS -> "cop-post-" + row.post;
            default -> "";
        };
        return new Target(post.title(), post.questionPage(), anchor);
    }
}
