/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.PostLocation;
import org.copsuite.routing.StoredMessage;
import org.copsuite.spi.Message;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Leads notices to the page of their question. Their title is that of the question, followed by the number of people
 * who have it, too, and by the reason if they were brought to the reader, in the language of the reader.
 */
@Component(roles = RoutingNoticeTargets.class)
@Singleton
public class RoutingNoticeTargets implements NoticeTargets
{
    @Inject
    private Provider<PostSource> posts;

    @Inject
    private RoutedPeople routed;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Texts> texts;

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, PostLocation> found = this.posts.get().locations(reader, wiki,
            notices.stream().map(StoredNotice::about).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<UUID, RoutedRow> rows = found.isEmpty() ? Map.of() : this.routed.find(wiki,
            notices.stream().map(StoredNotice::subject).collect(Collectors.toSet()));
        Map<UUID, PostLocation> similar = rows.isEmpty() ? Map.of() : this.posts.get().locations(reader, wiki,
            rows.values().stream().map(row -> row.similar).filter(Objects::nonNull).collect(Collectors.toSet()));
        Locale locale = this.people.get().find(reader).map(Person::locale).orElse(Locale.ENGLISH);
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            PostLocation location = found.get(notice.about());
            if (location != null) {
                RoutedRow row = rows.get(notice.subject());
                String titled = location.needed() == 0 ? location.title()
                    : this.texts.get().text(locale, "cop.need.titled", location.title(), location.needed());
                String title = row == null || row.reason == null || !row.person.equals(reader.value())
                    ? titled : title(locale, titled, row, similar);
                targets.put(notice, new Target(title, location.post().questionPage(), ""));
            }
        }
        return targets;
    }

    private String title(Locale locale, String title, RoutedRow row, Map<UUID, PostLocation> similar)
    {
        String reason = text(locale, StoredMessage.read(row.reason));
        PostLocation other = row.similar == null ? null : similar.get(row.similar);
        return other == null ? this.texts.get().text(locale, "cop.routing.notice", title, reason)
            : this.texts.get().text(locale, "cop.routing.notice.similar", title, reason, other.title());
    }

    private String text(Locale locale, Message message)
    {
        List<Object> arguments = message.arguments().stream()
            .map(argument -> argument instanceof Message inner ? (Object) text(locale, inner) : argument).toList();
        return this.texts.get().text(locale, message.key(), arguments.toArray());
    }
}
