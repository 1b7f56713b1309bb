/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.db.Chunks;
import org.copsuite.designation.DesignationActs;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.spi.NoticeTargets;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Texts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/**
 * Leads the person and whoever manages the members to the experts of the community. What the person was told with the
 * decision stands behind the title, for nobody else.
 */
@Component(roles = DesignationNoticeTargets.class)
@Singleton
public class DesignationNoticeTargets implements NoticeTargets
{
    private static final Set<String> DECIDED = Set.of(DesignatedNotice.NAME, NominationDeclinedNotice.NAME);

    @Inject
    private Designations designations;

    @Inject
    private Provider<CommunityAccess> communities;

    @Inject
    private Provider<CommunityPermissions> permissions;

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<People> people;

    @Inject
    private Provider<Texts> texts;

    @Override
    public Map<StoredNotice, Target> find(UserId reader, WikiId wiki, Collection<StoredNotice> notices)
    {
        Map<UUID, DesignationRow> rows =
            this.designations.find(wiki, notices.stream().map(StoredNotice::subject).collect(Collectors.toSet()));
        Set<CommunityId> named = rows.values().stream().map(row -> new CommunityId(row.community)).collect(Collectors.toSet());
        Map<CommunityId, CommunityLocation> visible = named.isEmpty() ? Map.of() : this.communities.get().find(reader, wiki, named);
        Map<CommunityId, Set<CommunityPermission>> may =
            visible.isEmpty() ? Map.of() : this.permissions.get().of(reader, wiki, visible.keySet());
        Map<Long, String> answers = visible.isEmpty() ? Map.of() : answers(notices);
        Map<StoredNotice, Target> targets = new LinkedHashMap<>();
        for (StoredNotice notice : notices) {
            DesignationRow row = rows.get(notice.subject());
            CommunityLocation community = row == null ? null : visible.get(new CommunityId(row.community));
            if (community != null && (row.person.equals(reader.value())
                || may.getOrDefault(community.id(), Set.of()).contains(CommunityPermission.MANAGE_MEMBERS))) {
                String title = row.topic + " \u00b7 " + community.title();
                String answer = row.person.equals(reader.value()) ? answers.getOrDefault(notice.entry(), "") : "";
                targets.put(notice, new Target(answer.isEmpty() ? title : answered(reader, title, answer), community.page(),
                    "cop-designations"));
            }
        }
        return targets;
    }

    private String answered(UserId reader, String title, String answer)
    {
        Locale locale = this.people.get().find(reader).map(Person::locale).orElse(Locale.ENGLISH);
        return this.texts.get().text(locale, "cop.designation.notice", title, answer);
    }

    /** Returns what was told with decisions, by the sequence of the entry. */
    private Map<Long, String> answers(Collection<StoredNotice> notices)
    {
        Map<Long, String> answers = new HashMap<>();
        for (List<Long> some : Chunks.of(notices.stream().filter(notice -> DECIDED.contains(notice.type()))
            .map(StoredNotice::entry).toList())) {
            for (LedgerEntry entry : this.ledger.read(session -> session
                .createQuery("from LedgerEntry where sequence in (:sequences)", LedgerEntry.class)
                .setParameterList("sequences", some).getResultList())) {
                if (entry.is(DesignationActs.DESIGNATED)) {
                    answers.put(entry.getSequence(), entry.detail(DesignationActs.DESIGNATED));
                } else if (entry.is(DesignationActs.DECLINED)) {
                    answers.put(entry.getSequence(), entry.detail(DesignationActs.DECLINED));
                }
            }
        }
        return answers;
    }
}
