/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.feedback.PollActs;
import org.copsuite.feedback.PollImport;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PulseActs;
import org.copsuite.feedback.PulseImport;
import org.copsuite.feedback.PulseService;
import org.copsuite.feedback.SuggestionActs;
import org.copsuite.feedback.SuggestionActs.Decision;
import org.copsuite.feedback.SuggestionService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/**
 * Installs the polls, the rounds of the pulse survey and the suggestions of the samples. Rounds of which the last day is
 * past are closed.
 */
@Component(roles = SampleFeedback.class)
@Singleton
public class SampleFeedback
{
    private static final String CLOSES = "Closes";

    private static final String CLOSED = "Closed";

    private static final Duration DECIDING = Duration.ofHours(44);

    @Inject
    private PollService polls;

    @Inject
    private PollImport pastPolls;

    @Inject
    private PulseService pulse;

    @Inject
    private PulseImport pastRounds;

    @Inject
    private SuggestionService suggestions;

    @Inject
    private Settings settings;

    @Inject
    private Ledger ledger;

    void install(List<SampleSection> sections, Instant now) throws CopException
    {
        for (SampleSection section : sections) {
            switch (section.kind()) {
                case "Poll" -> installPoll(section, now);
                case "Round" -> installRound(section, now);
                case "Suggestion" -> installSuggestion(section, now);
                default -> throw new IllegalStateException("Unknown section [" + section.kind() + "] in the samples");
            }
        }
    }

    private static CommunityId community(SampleSection section)
    {
        return new CommunityId(SampleSection.id(section.get("Community")));
    }

    /** Appends an entry that creates something, unless it was installed before. */
    private boolean append(EntryDraft draft) throws CopException
    {
        return this.ledger.decide(tx -> {
            tx.append(draft);
            return this.ledger.about(WikiOptions.WIKI, draft.subject()).isEmpty();
        });
    }

    /** Opens a round that people can answer, or writes one of the past that is closed. */
    private void installRound(SampleSection section, Instant now) throws CopException
    {
        UserId facilitator = Account.idOf(section.get("By"));
        CommunityId community = community(section);
        UUID id = SampleSection.id("round/" + community + section.get("At"));
        LocalDate first = LocalDate.ofInstant(section.time("At", now), ZoneOffset.UTC);
        LocalDate last = first.plusDays(PulseService.DAYS - 1);
        List<PulseImport.Answer> answers = answers(section);
        this.settings.change(facilitator, SettingTarget.community(WikiOptions.WIKI, community),
            Map.of("pulse.interval", "monthly"));
        if (last.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            this.pastRounds.write(
                new PulseImport.Closed(id, WikiOptions.WIKI, community, facilitator, first, last, answers));
        } else if (append(PulseActs.opened(WikiOptions.WIKI, facilitator, community, id, new PulseActs.Days(first, last))
            .at(section.time("At", now)))) {
            for (PulseImport.Answer answer : answers) {
                this.pulse.answer(answer.person(), WikiOptions.WIKI, id, answer.values(), answer.line());
            }
        }
    }

    private static List<PulseImport.Answer> answers(SampleSection section)
    {
        Iterator<String> lines = section.text().lines().iterator();
        List<PulseImport.Answer> answers = new ArrayList<>();
        for (String answer : section.words("Answers")) {
            String[] parts = answer.split(":");
            answers.add(new PulseImport.Answer(Account.idOf(parts[0]),
                parts[1].chars().mapToObj(digit -> digit - '0').toList(), lines.hasNext() ? lines.next() : ""));
        }
        return answers;
    }

    private void installSuggestion(SampleSection section, Instant now) throws CopException
    {
        List<String> lines = section.text().lines().toList();
        UUID id = SampleSection.id(lines.get(0));
        SuggestionService.Draft draft = new SuggestionService.Draft(id, WikiOptions.WIKI, community(section), lines.get(0),
            String.join("\n", lines.subList(1, lines.size())).strip());
        if (append(SuggestionActs.suggested(draft, Account.idOf(section.get("By"))).at(section.time("At", now)))) {
            for (String login : section.words("Votes")) {
                this.suggestions.vote(Account.idOf(login), WikiOptions.WIKI, id, true);
            }
            if (section.has("State")) {
                decide(section, id, now);
            }
        }
    }

    /** The facilitator decides within two days, or has not decided yet. */
    private void decide(SampleSection section, UUID id, Instant now) throws CopException
    {
        EntryDraft decision = EntryDraft.of(WikiOptions.WIKI, Account.idOf("facilitator"), SuggestionActs.DECIDED, id,
            new Decision(SuggestionService.State.valueOf(section.get("State").toUpperCase(Locale.ROOT)),
                section.has("Reason") ? section.get("Reason") : "")).in(community(section))
            .benefiting(Account.idOf(section.get("By"))).at(section.time("At", now).plus(DECIDING)).repeatable();
        this.ledger.decide(tx -> {
            tx.append(decision);
            return null;
        });
    }

    /** Starts a poll, or writes one of the past that is closed. */
    private void installPoll(SampleSection section, Instant now) throws CopException
    {
        UserId author = Account.idOf(section.get("By"));
        List<String> lines = section.text().lines().toList();
        UUID id = SampleSection.id(lines.get(0));
        LocalDate last = section.has(CLOSED) ? LocalDate.ofInstant(section.time(CLOSED, now), ZoneOffset.UTC)
            : LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(Integer.parseInt(section.get(CLOSES)));
        PollService.Draft draft = new PollService.Draft(id, WikiOptions.WIKI,
            community(section), lines.get(0),
            PollService.Kind.valueOf(section.get("Kind").toUpperCase(Locale.ROOT)), "secret".equals(section.get("Ballots")),
            lines.subList(1, lines.size()), last);
        Map<UserId, List<Integer>> ballots = new LinkedHashMap<>();
        for (String vote : section.words("Votes")) {
            String[] parts = vote.split(":");
            ballots.put(Account.idOf(parts[0]), Arrays.stream(parts[1].split("-")).map(Integer::valueOf).toList());
        }
        Instant at = section.time("At", now);
        if (section.has(CLOSED)) {
            this.pastPolls.write(new PollImport.Closed(draft, author, at, ballots, section.time(CLOSED, now)));
        } else if (append(PollActs.started(draft, author).at(at))) {
            for (Map.Entry<UserId, List<Integer>> ballot : ballots.entrySet()) {
                this.polls.vote(ballot.getKey(), WikiOptions.WIKI, id, ballot.getValue());
            }
        }
    }
}
