/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityAccess;
import org.copsuite.feedback.PulseActs;
import org.copsuite.feedback.PulseActs.Days;
import org.copsuite.feedback.PulseService;
import org.copsuite.feedback.PulseService.Interval;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;

/** Opens and closes the rounds of the pulse survey, each once. */
@Component(roles = PulseRounds.class)
@Singleton
public class PulseRounds
{
    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private Settings settings;

    @Inject
    private CommunityAccess communities;

    @Inject
    private AnonymousAnswers secrets;

    @Inject
    private Logger logger;

    /**
     * Opens a round in each community in which one is due. A community without a facilitator has none: nobody would act
     * on the results.
     *
     * @param wiki the wiki
     */
    void openDue(WikiId wiki)
    {
        this.settings.ofCommunities(PulseSettings.INTERVAL, wiki).forEach((community, interval) -> {
            Optional<UserId> facilitator = this.communities.facilitator(wiki, community);
            if (facilitator.isPresent() && isDue(this.ledger.read(session -> last(session, wiki, community)), interval)) {
                this.ledger.update(tx -> {
                    if (isDue(last(tx.session(), wiki, community), interval)) {
                        LocalDate today = LocalDate.now(ZoneOffset.UTC);
                        tx.append(PulseActs.opened(wiki, facilitator.get(), community, UUID.randomUUID(),
                            new Days(today, today.plusDays(PulseService.DAYS - 1))));
                    }
                });
            }
        });
    }

    private static Optional<RoundRow> last(Session session, WikiId wiki, CommunityId community)
    {
        return session.createQuery("from RoundRow where wiki = :wiki and community = :community "
            + "order by opensOn desc, sequence desc", RoundRow.class).setParameter(WIKI, wiki.value())
            .setParameter("community", community.value()).setMaxResults(1).uniqueResultOptional();
    }

    private static boolean isDue(Optional<RoundRow> last, Interval interval)
    {
        return last.isEmpty() || !last.get().isOpen() && LocalDate.ofEpochDay(last.get().opensOn)
            .plusMonths(interval == Interval.MONTHLY ? 1 : 3).toEpochDay() <= PollRow.today();
    }

    /**
     * Records the end of rounds after their last day. A failure is logged; the next call tries again.
     *
     * @param wiki the wiki
     */
    void closeOverdue(WikiId wiki)
    {
        List<RoundRow> rows = this.ledger.read(session -> session
            .createQuery("from RoundRow where wiki = :wiki and closed = false and closesOn < :today order by sequence",
                RoundRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("today", PollRow.today()).getResultList());
        for (RoundRow row : rows) {
            try {
                end(new UserId(row.opener), wiki, row.id);
            } catch (CopException e) {
                this.logger.warn("Failed to close the round [{}] of the pulse survey in the wiki [{}]: {}; "
                    + "will retry the next night.", row.id, wiki, e.getKind());
            }
        }
    }

    /**
     * Records the end of a round, once. NOT permission-filtered.
     *
     * @param actor who closes it
     * @throws CopException NOT_FOUND; UNAVAILABLE if this node cannot read the key of the round
     */
    void end(UserId actor, WikiId wiki, UUID round) throws CopException
    {
        this.ledger.decide(tx -> {
            RoundRow row = tx.session().get(RoundRow.class, new RowKey(wiki, round));
            if (row == null) {
                throw CopException.notFound();
            }
            if (!row.closed) {
                tx.append(EntryDraft.of(wiki, actor, PulseActs.CLOSED, round).in(new CommunityId(row.community)));
                this.secrets.close(tx.session(), new Survey(wiki, round));
            }
            return null;
        });
        this.secrets.destroyKeys(wiki);
    }
}
