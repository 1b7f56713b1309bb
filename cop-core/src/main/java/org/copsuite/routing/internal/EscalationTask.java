/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.routing.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.WorkingDays;
import org.copsuite.db.IdCondition;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.question.PostId;
import org.copsuite.question.PostSource;
import org.copsuite.question.PostSource.QuestionFacts;
import org.copsuite.routing.RoutingActs;
import org.copsuite.routing.RoutingService.Step;
import org.copsuite.routing.internal.RoutingChoice.Chosen;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.spi.AbstractWikiTask;
import org.copsuite.wiki.People;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/**
 * Tells others of questions that nobody has answered by the deadlines of their community: facilitators, then people who
 * know related topics, then sponsors, each once. A run takes one step of a question at most, and makes up for a step
 * that was missed for a week at most, so that neither an upgrade nor an import tells of questions of years. Begins with
 * the questions that most people have, since nobody is asked more often in a week than they wish.
 */
@Component
@Named("escalation")
@Singleton
public class EscalationTask extends AbstractWikiTask
{
    private static final int STEP = 100;

    /** For how many working days after its deadline a step is still taken. */
    private static final int GRACE = 5;

    /** Working days are more than half of all days. */
    private static final Duration EARLIEST = Duration.ofDays(2L * (RoutingSettings.LATEST + GRACE));

    @Inject
    private Ledger ledger;

    @Inject
    private PostSource posts;

    @Inject
    private RoutingChoice choice;

    @Inject
    private RoutingWriter writer;

    @Inject
    private Settings settings;

    @Inject
    private Provider<People> people;

    @Inject
    private Logger logger;

    @Override
    protected void run(WikiId wiki, Instant now)
    {
        ZoneId zone = wikis().zone(wiki);
        PostId last = null;
        List<QuestionFacts> some;
        List<Due> all = new ArrayList<>();
        do {
            some = this.posts.unanswered(wiki, now.minus(EARLIEST), now.minus(Duration.ofDays(1)), last, STEP);
            Map<UUID, Integer> taken = taken(wiki, some.stream().map(question -> question.id().value()).toList());
            for (QuestionFacts question : some) {
                last = question.id();
                int days = WorkingDays.between(question.created(), now, zone);
                Step step = due(wiki, question, days, taken.getOrDefault(question.id().value(), -1));
                if (step != null) {
                    all.add(new Due(question, step));
                }
            }
        } while (some.size() == STEP);
        all.sort(Comparator.comparingInt((Due due) -> due.question().needed()).reversed());
        all.forEach(due -> escalate(wiki, due.question(), due.step()));
    }

    /**
     * A step that is due. Few questions are within the week after a deadline.
     *
     * @param question the question
     * @param step whom to tell
     */
    private record Due(QuestionFacts question, Step step)
    {
    }

    /** Returns the positions of the last steps of questions. */
    private Map<UUID, Integer> taken(WikiId wiki, List<UUID> questions)
    {
        Map<UUID, Integer> taken = new HashMap<>();
        this.ledger.read(session -> IdCondition.list(questions, some -> session
            .createQuery("select e.id, e.step from EscalationRow e where " + IdCondition.condition(session, "e", some),
                Object[].class).setParameter("wiki", wiki.value())))
            .forEach(row -> taken.put((UUID) row[0], (Integer) row[1]));
        return taken;
    }

    /** Returns the next step of a question, {@code null} if none is due. */
    private Step due(WikiId wiki, QuestionFacts question, int days, int taken)
    {
        if (question.author().isImported()) {
            return null;
        }
        List<Integer> deadlines =
            this.settings.get(RoutingSettings.DEADLINES, SettingTarget.community(wiki, question.community()));
        for (Step step : Step.values()) {
            int deadline = deadlines.get(step.ordinal());
            if (step.ordinal() > taken && days >= deadline && days < deadline + GRACE) {
                return step;
            }
        }
        return null;
    }

    private void escalate(WikiId wiki, QuestionFacts question, Step step)
    {
        try {
            List<Chosen> experts = step == Step.EXPERTS ? this.choice.related(wiki, question) : List.of();
            this.ledger.decide(tx -> {
                if (isDue(tx.session(), wiki, question, step)) {
                    tx.append(RoutingActs.escalated(wiki, this.people.get().service(), question.community(),
                        question.id(), step));
                    this.writer.route(tx, wiki, question, experts);
                }
                return null;
            });
        } catch (CopException e) {
            this.logger.warn("Failed to escalate the question [{}] in the wiki [{}]: {}; will retry the next night.",
                question.id(), wiki, e.getKind());
        } catch (RuntimeException e) {
            this.logger.error("Failed to escalate the question [{}] in the wiki [{}]; will retry the next night.",
                question.id(), wiki, e);
        }
    }

    /** Returns whether a step is still to take: nobody has answered meanwhile, and no other node has taken it. */
    private boolean isDue(Session session, WikiId wiki, QuestionFacts question, Step step)
    {
        EscalationRow row = session.get(EscalationRow.class, new RowKey(wiki, question.id().value()));
        return (row == null || row.step < step.ordinal()) && this.posts.question(wiki, question.id())
            .filter(now -> now.answers() == 0 && !now.closed()).isPresent();
    }
}
