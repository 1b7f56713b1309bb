/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.activity.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.activity.ActivityService;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.db.Chunks;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.person.Persons;
import org.copsuite.spi.ActivityType;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.spi.NoticeTargets.StoredNotice;
import org.copsuite.spi.NoticeTargets.Target;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Reads entries of the ledger, and asks their types what they are about. */
@Component
@Singleton
public class DefaultActivityService implements ActivityService
{
    /** How many pages are read at most to find one that the reader may see something of. */
    static final int ROUNDS = 10;

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityAccess communities;

    @Inject
    private Persons persons;

    @Inject
    private Provider<List<ActivityType>> types;

    @Override
    public Slice<Activity> list(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException
    {
        if (community != null && this.communities.find(reader, wiki, List.of(community)).isEmpty()) {
            throw CopException.notFound();
        }
        Map<String, ActivityType> byAct = new HashMap<>();
        this.types.get().forEach(type -> type.acts().forEach(act -> byAct.put(act.name(), type)));
        if (byAct.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        String from = after;
        for (int round = 1;; round++) {
            Slice<LedgerEntry> slice =
                this.ledger.read(new ActivityEntries(wiki, community, byAct.keySet(), from, limit)::read);
            List<Activity> views = views(reader, wiki, byAct, slice.items());
            from = slice.next();
            // A page of what the reader may not see, or of what is deleted, looks as if nothing had happened.
            if (!views.isEmpty() || from == null || round == ROUNDS) {
                return new Slice<>(grouped(views), from);
            }
        }
    }

    private List<Activity> views(UserId reader, WikiId wiki, Map<String, ActivityType> byAct, List<LedgerEntry> all)
    {
        Set<String> reversed = reversed(wiki, all);
        Map<CommunityId, CommunityLocation> visible = this.communities.find(reader, wiki,
            all.stream().map(LedgerEntry::getCommunity).collect(Collectors.toSet()));
        List<LedgerEntry> entries = all.stream().filter(entry -> visible.containsKey(entry.getCommunity())
            && !reversed.contains(undo(entry))).toList();
        Map<Long, Target> targets = targets(reader, wiki, byAct, entries);
        List<LedgerEntry> shown = entries.stream().filter(entry -> targets.containsKey(entry.getSequence())).toList();
        Map<UserId, Person> people = this.persons.find(shown.stream()
            .map(entry -> byAct.get(entry.getActName()).person(entry)).collect(Collectors.toSet()));
        return shown.stream().map(entry -> new Activity(people.get(byAct.get(entry.getActName()).person(entry)),
            entry.getActName(), targets.get(entry.getSequence()), visible.get(entry.getCommunity()), entry.getAt(), 1))
            .toList();
    }

    /** The key of the entry that reverses another one: the ledger has an index of keys. */
    private static String undo(LedgerEntry entry)
    {
        return "undo/" + entry.getSequence();
    }

    private Set<String> reversed(WikiId wiki, List<LedgerEntry> entries)
    {
        Set<String> reversed = new HashSet<>();
        for (List<String> some : Chunks.of(entries.stream().map(DefaultActivityService::undo).toList())) {
            reversed.addAll(this.ledger.read(session -> session
                .createQuery("select idempotencyKey from LedgerEntry where wiki = :wiki and idempotencyKey in (:keys)",
                    String.class)
                .setParameter("wiki", wiki.value()).setParameterList("keys", some).getResultList()));
        }
        return reversed;
    }

    private static Map<Long, Target> targets(UserId reader, WikiId wiki, Map<String, ActivityType> byAct,
        List<LedgerEntry> entries)
    {
        Map<NoticeTargets, List<StoredNotice>> asked = new IdentityHashMap<>();
        for (LedgerEntry entry : entries) {
            ActivityType type = byAct.get(entry.getActName());
            asked.computeIfAbsent(type.targets(), key -> new ArrayList<>()).add(new StoredNotice(entry.getActName(),
                entry.getSequence(), entry.getActor(), entry.getSubject(), type.about(entry)));
        }
        Map<Long, Target> targets = new HashMap<>();
        asked.forEach((finder, notices) -> finder.find(reader, wiki, notices)
            .forEach((notice, target) -> targets.put(notice.entry(), target)));
        return targets;
    }

    private static List<Activity> grouped(List<Activity> all)
    {
        List<Activity> grouped = new ArrayList<>();
        for (Activity next : all) {
            Activity last = grouped.isEmpty() ? null : grouped.get(grouped.size() - 1);
            if (last != null && last.repeats(next)) {
                grouped.set(grouped.size() - 1, new Activity(last.person(), last.act(), last.target(), last.community(),
                    last.at(), last.times() + 1));
            } else {
                grouped.add(next);
            }
        }
        return grouped;
    }
}
