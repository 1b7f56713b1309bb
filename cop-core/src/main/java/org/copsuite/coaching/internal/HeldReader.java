/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.Tags;
import org.copsuite.coaching.CoachingService;
import org.copsuite.coaching.CoachingService.HeldComment;
import org.copsuite.coaching.CoachingService.HeldQuestion;
import org.copsuite.coaching.CoachingService.HeldQuestions;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.db.IdCondition;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.person.Persons;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Reads held questions in a bounded number of statements: for their authors and coaches, and nobody else. */
@Component(roles = HeldReader.class)
@Singleton
public class HeldReader
{
    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<CommunityAccess> communities;

    @Inject
    private Persons persons;

    @Inject
    private Settings settings;

    @Inject
    private HeldWriter writer;

    HeldQuestion get(UserId reader, WikiId wiki, UUID id) throws CopException
    {
        HeldRow row = this.ledger.read(session -> session.get(HeldRow.class, new RowKey(wiki, id)));
        boolean isCoach = this.writer.mayView(reader, wiki, row);
        Map<CommunityId, CommunityLocation> visible = visible(reader, wiki, List.of(row));
        if (isCoach && visible.isEmpty()) {
            throw CopException.notFound();
        }
        List<HeldCommentRow> comments = this.ledger.read(session -> session
            .createQuery("from HeldCommentRow where wiki = :wiki and held = :held order by number", HeldCommentRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("held", id).getResultList());
        Set<UserId> writers = new LinkedHashSet<>(Set.of(new UserId(row.author)));
        comments.forEach(comment -> writers.add(new UserId(comment.author)));
        Map<UserId, Person> people = this.persons.find(writers);
        return view(reader, row, visible, people, comments.stream().map(comment -> new HeldComment(comment.id,
            people.get(new UserId(comment.author)), Instant.ofEpochMilli(comment.created), comment.body)).toList());
    }

    HeldQuestions list(UserId reader, WikiId wiki) throws CopException
    {
        CopException.requireAccount(reader);
        List<HeldRow> own = this.ledger.read(session -> session
            .createQuery("from HeldRow h where h.wiki = :wiki and h.author = :author order by h.created desc, h.id",
                HeldRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("author", reader.value())
            .setMaxResults(CoachingService.HELD_MAXIMUM).getResultList());
        List<HeldRow> others = this.ledger.read(session -> Coaches.set(session
            .createQuery("from HeldRow h where h.wiki = :wiki and " + Coaches.COACHED + " order by h.created desc, h.id",
                HeldRow.class), reader)
            .setParameter(WIKI, wiki.value()).setMaxResults(CoachingService.LISTED).getResultList());
        Set<HeldRow> all = new LinkedHashSet<>(own);
        all.addAll(others);
        Map<CommunityId, CommunityLocation> visible = visible(reader, wiki, all);
        Map<UserId, Person> people =
            this.persons.find(all.stream().map(row -> new UserId(row.author)).collect(Collectors.toSet()));
        return new HeldQuestions(own.stream().map(row -> view(reader, row, visible, people, List.of())).toList(),
            others.stream().filter(row -> visible.containsKey(new CommunityId(row.community)))
                .map(row -> view(reader, row, visible, people, List.of())).toList());
    }

    /** Returns those of some held questions that a reader may see, with their communities where the reader may view them. */
    List<HeldQuestion> find(UserId reader, WikiId wiki, Collection<UUID> ids)
    {
        List<HeldRow> rows = reader.isGuest() ? List.of() : this.ledger.read(session -> IdCondition.list(ids,
            some -> Coaches.set(session.createQuery("from HeldRow h where " + IdCondition.condition(session, "h", some)
                + " and (h.author = :reader or " + Coaches.COACHED + ")", HeldRow.class), reader)
                .setParameter(WIKI, wiki.value())));
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<CommunityId, CommunityLocation> visible = visible(reader, wiki, rows);
        return rows.stream().filter(row -> row.author.equals(reader.value())
            || visible.containsKey(new CommunityId(row.community)))
            .map(row -> view(reader, row, visible, Map.of(), List.of())).toList();
    }

    /** Returns how many held questions a reader coaches in a community. */
    int waiting(UserId reader, WikiId wiki, CommunityId community)
    {
        return this.ledger.read(session -> Coaches.set(session.createQuery("select count(*) from HeldRow h "
            + "where h.wiki = :wiki and h.community = :community and " + Coaches.COACHED, Long.class), reader)
            .setParameter(WIKI, wiki.value()).setParameter("community", community.value()).getSingleResult()).intValue();
    }

    /** Returns who has commented on a held question. */
    List<UserId> writers(WikiId wiki, UUID held)
    {
        return this.ledger.read(session -> session
            .createQuery("select distinct author from HeldCommentRow where wiki = :wiki and held = :held", String.class)
            .setParameter(WIKI, wiki.value()).setParameter("held", held).getResultStream().map(UserId::new).toList());
    }

    private Map<CommunityId, CommunityLocation> visible(UserId reader, WikiId wiki, Collection<HeldRow> rows)
    {
        return this.communities.get().find(reader, wiki,
            rows.stream().map(row -> new CommunityId(row.community)).collect(Collectors.toSet()));
    }

    private HeldQuestion view(UserId reader, HeldRow row, Map<CommunityId, CommunityLocation> visible,
        Map<UserId, Person> people, List<HeldComment> comments)
    {
        CommunityId community = new CommunityId(row.community);
        boolean on = this.settings.get(CoachingSettings.ON, SettingTarget.community(new WikiId(row.wiki), community));
        return new HeldQuestion(row.id, row.question, visible.get(community), people.get(new UserId(row.author)), row.title,
            row.body, Tags.split(row.tags), row.aboutPage(), Instant.ofEpochMilli(row.created), row.versionText(),
            row.coached, !on || row.told && !row.coached, row.author.equals(reader.value()), comments);
    }
}
