/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.feedback.PulseService;
import org.copsuite.feedback.internal.AnonymousAnswers.Answers;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Asks members, and shows them what they said together. */
@Component
@Singleton
public class DefaultPulseService implements PulseService
{
    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityService communities;

    @Inject
    private Settings settings;

    @Inject
    private AnonymousAnswers secrets;

    @Inject
    private PulseRounds rounds;

    @Override
    public void answer(UserId actor, WikiId wiki, UUID round, List<Integer> values, String line) throws CopException
    {
        CopException.requireAccount(actor);
        if (this.communities.get(actor, wiki, community(wiki, round)).mine() == null) {
            throw notMember();
        }
        FormCheck check = new FormCheck();
        for (int i = 0; i < STATEMENTS; i++) {
            if (values.size() <= i || values.get(i) < 1 || values.get(i) > SCALE) {
                check.refuse("value" + (i + 1), "cop.pulse.error.value", SCALE);
            }
        }
        String checked = check.line("line", line, 0, LINE_MAXIMUM, "cop.pulse.error.line");
        check.end();
        this.ledger.decide(tx -> {
            RoundRow row = tx.session().get(RoundRow.class, new RowKey(wiki, round));
            if (row == null || !row.isOpen()) {
                throw new CopException(CopException.Kind.CONFLICT, "cop.pulse.error.closed");
            }
            this.secrets.add(tx, actor, new Survey(wiki, round), Tally.ofScale(values), checked);
            return null;
        });
    }

    private static CopException notMember()
    {
        return new CopException(CopException.Kind.FORBIDDEN, "cop.feedback.error.member");
    }

    @Override
    public void close(UserId actor, WikiId wiki, UUID round) throws CopException
    {
        CopException.requireAccount(actor);
        if (!this.communities.get(actor, wiki, community(wiki, round)).mayRun()) {
            throw CopException.forbidden();
        }
        this.rounds.end(actor, wiki, round);
    }

    @Override
    public CommunityId community(WikiId wiki, UUID round) throws CopException
    {
        RoundRow row = round == null ? null
            : this.ledger.read(session -> session.get(RoundRow.class, new RowKey(wiki, round)));
        if (row == null) {
            throw CopException.notFound();
        }
        return new CommunityId(row.community);
    }

    @Override
    public PulseView get(UserId reader, WikiId wiki, CommunityId community) throws CopException
    {
        CommunityView view = this.communities.get(reader, wiki, community);
        CopException.requireAccount(reader);
        if (view.mine() == null && !view.mayRun()) {
            throw notMember();
        }
        return read(reader, view);
    }

    @Override
    public boolean isShown(CommunityView community)
    {
        return community.mayRun() || community.mine() != null && this.settings.get(PulseSettings.INTERVAL,
            SettingTarget.community(community.page().wiki(), community.id())) != Interval.OFF;
    }

    private PulseView read(UserId reader, CommunityView view)
    {
        WikiId wiki = view.page().wiki();
        Interval interval = this.settings.get(PulseSettings.INTERVAL, SettingTarget.community(wiki, view.id()));
        return this.ledger.read(session -> {
            List<RoundRow> rows = last(session, wiki, view.id());
            Map<UUID, Answers> answers =
                this.secrets.find(session, wiki, rows.stream().map(row -> row.id).toList());
            Optional<RoundRow> open = rows.stream().filter(RoundRow::isOpen).findFirst();
            boolean answered = open.isPresent()
                && !this.secrets.answered(session, wiki, reader, List.of(open.get().id)).isEmpty();
            return view(view, interval, rows, open, answered, answers);
        });
    }

    private static PulseView view(CommunityView community, Interval interval, List<RoundRow> rows,
        Optional<RoundRow> open, boolean answered, Map<UUID, Answers> answers)
    {
        List<Result> results = new ArrayList<>();
        List<String> lines = List.of();
        boolean isShown = false;
        for (RoundRow row : rows.stream().filter(row -> !row.isOpen()).limit(SHOWN_ROUNDS).toList()) {
            Optional<Tally> tally = Optional.ofNullable(answers.get(row.id)).flatMap(one -> one.result().get());
            lines = isShown ? lines : tally.map(Tally::lines).orElse(lines);
            isShown |= tally.isPresent();
            results.add(result(row, tally));
        }
        Collections.reverse(results);
        return new PulseView(interval, open.map(row -> new Round(row.id, LocalDate.ofEpochDay(row.opensOn),
            LocalDate.ofEpochDay(row.closesOn), Optional.ofNullable(answers.get(row.id)).map(Answers::number).orElse(0),
            answered, !answered && community.mine() != null)).orElse(null), results, lines, community.mayRun());
    }

    /** Returns the last rounds, the newest one first: one that is open and those that are shown. */
    private static List<RoundRow> last(Session session, WikiId wiki, CommunityId community)
    {
        return session.createQuery("from RoundRow where wiki = :wiki and community = :community "
            + "order by opensOn desc, sequence desc", RoundRow.class).setParameter(WIKI, wiki.value())
            .setParameter("community", community.value()).setMaxResults(SHOWN_ROUNDS + 1).getResultList();
    }

    private static Result result(RoundRow row, Optional<Tally> tally)
    {
        List<Double> averages = new ArrayList<>();
        int answers = tally.map(shown -> Arrays.stream(shown.counts(), 0, SCALE).sum()).orElse(0);
        for (int i = 0; tally.isPresent() && i < STATEMENTS; i++) {
            int sum = 0;
            for (int value = 1; value <= SCALE; value++) {
                sum += value * tally.get().counts()[i * SCALE + value - 1];
            }
            averages.add((double) sum / answers);
        }
        return new Result(LocalDate.ofEpochDay(row.opensOn), answers, averages);
    }
}
