/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.coaching.CoachingActs;
import org.copsuite.coaching.CoachingService;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Delegates to those who read and write held questions; knows who helps, and counts what became of first questions. */
@Component
@Singleton
public class DefaultCoachingService implements CoachingService
{
    private static final String COUNTS = "select count(q.id), sum(case when q.answers > 0 then 1 else 0 end), "
        + "sum(case when q.accepted = 0 and q.closed = false then 1 else 0 end) from ";

    private static final String ASKED = " where q.wiki = :wiki and q.community = :community and q.created >= :since "
        + "and q.deleted = false and ";

    private static final String COACHED = COUNTS + "QuestionRow q, CoachedRow c" + ASKED
        + "c.wiki = q.wiki and c.question = q.id and c.community = :community";

    private static final String OTHERS = COUNTS + "QuestionRow q" + ASKED
        + "q.author <> :anonymous and q.author not like :imported "
        + "and not exists (select 1 from CoachedRow c where c.wiki = q.wiki and c.question = q.id) "
        + "and not exists (select 1 from QuestionRow p where p.wiki = q.wiki and p.author = q.author "
        + "and p.community = q.community and p.sequence < q.sequence)";

    @Inject
    private HeldWriter writer;

    @Inject
    private HeldReader reader;

    @Inject
    private Coaches coaches;

    @Inject
    private Ledger ledger;

    @Inject
    private Settings settings;

    @Inject
    private Provider<CommunityService> communities;

    @Override
    public HeldQuestions list(UserId actor, WikiId wiki) throws CopException
    {
        return this.reader.list(actor, wiki);
    }

    @Override
    public HeldQuestion get(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        return this.reader.get(actor, wiki, id);
    }

    @Override
    public HeldQuestion edit(UserId actor, WikiId wiki, UUID id, HeldEdit edit) throws CopException
    {
        this.writer.edit(actor, wiki, id, edit);
        return this.reader.get(actor, wiki, id);
    }

    @Override
    public Post publish(UserId actor, WikiId wiki, UUID id, String version) throws CopException
    {
        CopException.requireAccount(actor);
        return this.writer.publish(actor, wiki, id, version);
    }

    @Override
    public void withdraw(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        CopException.requireAccount(actor);
        this.writer.withdraw(actor, wiki, id);
    }

    @Override
    public void comment(UserId actor, WikiId wiki, UUID id, UUID comment, String text) throws CopException
    {
        this.writer.comment(actor, wiki, id, comment, text);
    }

    @Override
    public void volunteer(UserId actor, WikiId wiki, CommunityId community, boolean on) throws CopException
    {
        CommunityView view = this.communities.get().get(actor, wiki, community);
        CopException.requireAccount(actor);
        if (view.mine() == null) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.coaching.error.member");
        }
        this.ledger.decide(tx -> {
            List<UUID> begun = Coaches.begun(tx.session(), wiki, community, actor);
            if (on && begun.isEmpty()) {
                if (!isOn(wiki, community)) {
                    throw new CopException(CopException.Kind.CONFLICT, "cop.coaching.error.off");
                }
                tx.append(EntryDraft.of(wiki, actor, CoachingActs.VOLUNTEERED, UUID.randomUUID()).in(community));
            } else if (!on) {
                begun.forEach(id -> tx.append(EntryDraft.of(wiki, actor, CoachingActs.STOPPED, id).in(community)));
            }
            return null;
        });
    }

    @Override
    public boolean isOn(WikiId wiki, CommunityId community)
    {
        return this.settings.get(CoachingSettings.ON, SettingTarget.community(wiki, community));
    }

    @Override
    public Coaching of(UserId actor, CommunityView community)
    {
        WikiId wiki = community.page().wiki();
        boolean on = isOn(wiki, community.id());
        boolean member = !actor.isGuest() && community.mine() != null;
        boolean facilitates = community.mine() == Role.FACILITATOR;
        boolean coach = member && (facilitates || this.coaches.isCoach(wiki, community.id(), actor));
        return new Coaching(on, coach, coach && !facilitates, member && !facilitates,
            coach ? this.reader.waiting(actor, wiki, community.id()) : 0,
            community.mayRun() ? figures(wiki, community.id()) : null);
    }

    private Figures figures(WikiId wiki, CommunityId community)
    {
        return this.ledger.read(session -> new Figures(
            group(session.createQuery(COACHED, Object[].class), wiki, community),
            group(session.createQuery(OTHERS, Object[].class).setParameter("anonymous", UserId.ANONYMOUS.value())
                .setParameter("imported", UserId.IMPORTED + "%"), wiki, community)));
    }

    private static Group group(Query<Object[]> query, WikiId wiki, CommunityId community)
    {
        Object[] counts = query.setParameter("wiki", wiki.value()).setParameter("community", community.value())
            .setParameter("since", Instant.now().atZone(ZoneOffset.UTC).minusMonths(Figures.MONTHS).toInstant()
                .toEpochMilli()).getSingleResult();
        int questions = ((Number) counts[0]).intValue();
        return questions < SHOWN_FROM ? null
            : new Group(questions, ((Number) counts[1]).intValue(), ((Number) counts[2]).intValue());
    }
}
