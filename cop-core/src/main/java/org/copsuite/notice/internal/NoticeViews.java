/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.person.Persons;
import org.copsuite.setting.Suite;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.spi.NoticeTargets.StoredNotice;
import org.copsuite.spi.NoticeTargets.Target;
import org.copsuite.spi.NoticeType;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Converts rows to what their recipient may view now. The number of statements depends on the types among the rows, not
 * on the number of rows. Rows of an unknown type have no target.
 */
@Component(roles = NoticeViews.class)
@Singleton
public class NoticeViews
{
    @Inject
    private NoticeTypes types;

    @Inject
    private Suite suite;

    @Inject
    private Persons persons;

    List<NoticeView> of(UserId reader, WikiId wiki, List<NoticeRow> rows)
    {
        Map<NoticeRow, Target> targets = targets(reader, wiki, rows);
        Map<UserId, Person> people = targets.isEmpty() ? Map.of()
            : this.persons.find(targets.keySet().stream().map(row -> new UserId(row.actor)).collect(Collectors.toSet()));
        List<NoticeView> views = new ArrayList<>();
        targets.forEach((row, target) -> views.add(new NoticeView(row.sequence, row.type,
            people.get(new UserId(row.actor)),
            target.title(), target.page(), target.anchor(), Instant.ofEpochMilli(row.at), row.seen)));
        return views;
    }

    /** Returns the targets of rows, in their order, without rows whose target the reader may not view. */
    Map<NoticeRow, Target> targets(UserId reader, WikiId wiki, List<NoticeRow> rows)
    {
        if (rows.isEmpty() || !this.suite.isOn(wiki)) {
            return Map.of();
        }
        Map<String, NoticeType> known = this.types.all();
        Map<NoticeTargets, List<StoredNotice>> together = new IdentityHashMap<>();
        for (NoticeRow row : rows) {
            NoticeType type = known.get(row.type);
            if (type != null) {
                together.computeIfAbsent(type.targets(), same -> new ArrayList<>()).add(row.stored());
            }
        }
        Map<StoredNotice, Target> found = new LinkedHashMap<>();
        together.forEach((targets, notices) -> found.putAll(targets.find(reader, wiki, notices)));
        Map<NoticeRow, Target> targets = new LinkedHashMap<>();
        for (NoticeRow row : rows) {
            Target target = found.get(row.stored());
            if (target != null) {
                targets.put(row, target);
            }
        }
        return targets;
    }

    /** Returns the target of one notice for each of those readers who may view it. */
    Map<UserId, Target> targets(Collection<UserId> readers, WikiId wiki, StoredNotice notice)
    {
        NoticeType type = this.types.all().get(notice.type());
        return type == null || readers.isEmpty() || !this.suite.isOn(wiki) ? Map.of()
            : type.targets().find(readers, wiki, notice);
    }
}
