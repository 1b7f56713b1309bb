/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.PlainText;
import org.copsuite.community.CommunityPermission;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.feedback.PollActs;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PollService.Draft;
import org.copsuite.feedback.PollService.Kind;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.RowKey;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Validates and records polls and ballots. */
@Component(roles = PollWriter.class)
@Singleton
public class PollWriter
{
    private static final String CHOICES = "choices";

    private static final String OPTIONS = "options";

    @Inject
    private Ledger ledger;

    @Inject
    private CommunityService communities;

    @Inject
    private AnonymousAnswers secrets;

    void checkStart(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        CommunityView view = this.communities.get(actor, wiki, community);
        if (view.mine() == null && !moderates(view)) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.feedback.error.member");
        }
    }

    void start(UserId actor, Draft draft) throws CopException
    {
        checkStart(actor, draft.wiki(), draft.community());
        Draft checked = check(draft);
        this.ledger.decide(tx -> {
            if (isNew(tx.session(), actor, checked)) {
                tx.append(PollActs.started(checked, actor));
            }
            return null;
        });
    }

    private static Draft check(Draft draft) throws CopException
    {
        FormCheck check = new FormCheck();
        String question = check.line("question", draft.question(), 1, PollService.QUESTION_MAXIMUM,
            "cop.poll.error.question");
        List<String> options = draft.options().stream().map(PlainText::line).filter(option -> !option.isEmpty()).toList();
        if (options.size() < PollService.OPTIONS_MINIMUM || options.size() > PollService.OPTIONS_MAXIMUM) {
            check.refuse(OPTIONS, "cop.poll.error.options", PollService.OPTIONS_MINIMUM, PollService.OPTIONS_MAXIMUM);
        } else if (new HashSet<>(options).size() < options.size()) {
            check.refuse(OPTIONS, "cop.poll.error.options.same");
        }
        options.forEach(option -> check.line(OPTIONS, option, 1, PollService.OPTION_MAXIMUM, "cop.poll.error.option"));
        if (draft.kind() == null) {
            check.refuse("kind", "cop.error.missing");
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (draft.closes() == null || draft.closes().isBefore(today)
            || draft.closes().isAfter(today.plusDays(PollService.DAYS_MAXIMUM))) {
            check.refuse("closes", "cop.poll.error.closes", PollService.DAYS_MAXIMUM);
        }
        check.end();
        return new Draft(draft.id(), draft.wiki(), draft.community(), question, draft.kind(), draft.secret(), options,
            draft.closes());
    }

    private static boolean isNew(Session session, UserId actor, Draft draft) throws CopException
    {
        PollRow same = session.get(PollRow.class, new RowKey(draft.wiki(), draft.id()));
        if (same != null) {
            if (!same.author.equals(actor.value())) {
                throw CopException.notFound();
            }
            return false;
        }
        long open = session.createQuery("select count(id) from PollRow where wiki = :wiki and community = :community "
            + "and author = :author and closed = false and deleted = false and closesOn >= :today", Long.class)
            .setParameter("wiki", draft.wiki().value()).setParameter("community", draft.community().value())
            .setParameter("author", actor.value()).setParameter("today", PollRow.today()).getSingleResult();
        if (open >= PollService.OPEN_MAXIMUM) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.poll.error.many", PollService.OPEN_MAXIMUM);
        }
        return true;
    }

    void vote(UserId actor, WikiId wiki, UUID poll, List<Integer> choices) throws CopException
    {
        Known known = known(actor, wiki, poll);
        if (known.community().mine() == null) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.feedback.error.member");
        }
        checkChoices(known.poll(), choices);
        this.ledger.decide(tx -> {
            PollRow row = present(tx.session(), wiki, poll);
            if (!row.isOpen()) {
                throw new CopException(CopException.Kind.CONFLICT, "cop.poll.error.closed");
            }
            if (row.secret) {
                this.secrets.add(tx, actor, new Survey(wiki, poll),
                    Tally.of(row.kind(), choices, row.optionTexts().size()), "");
            } else {
                vote(tx, actor, row, choices);
            }
            return null;
        });
    }

    private static void vote(Ledger.Transaction tx, UserId actor, PollRow poll, List<Integer> choices)
    {
        BallotRow before = tx.session().get(BallotRow.class, new BallotRow.Key(poll.wiki, poll.id, actor.value()));
        if (before == null || !before.choices.equals(PollActs.join(choices))) {
            tx.append(EntryDraft.of(new WikiId(poll.wiki), actor, PollActs.VOTED, poll.id, choices)
                .in(new CommunityId(poll.community)).repeatable());
        }
    }

    private static void checkChoices(PollRow poll, List<Integer> choices) throws CopException
    {
        int options = poll.optionTexts().size();
        if (choices.isEmpty()) {
            throw CopException.invalid(CHOICES, "cop.poll.error.choices.none");
        }
        if (choices.stream().anyMatch(choice -> choice < 1 || choice > options)) {
            throw CopException.invalid(CHOICES, "cop.poll.error.choices.unknown");
        }
        if (new HashSet<>(choices).size() < choices.size()) {
            throw CopException.invalid(CHOICES, "cop.poll.error.choices.twice");
        }
        if (poll.kind() == Kind.SINGLE && choices.size() > 1) {
            throw CopException.invalid(CHOICES, "cop.poll.error.choices.one");
        }
    }

    void close(UserId actor, WikiId wiki, UUID poll) throws CopException
    {
        requireManager(actor, known(actor, wiki, poll));
        end(actor, wiki, poll);
    }

    /**
     * Records the end of a poll, once. NOT permission-filtered.
     *
     * @param actor who closes it
     * @throws CopException NOT_FOUND for a deleted poll; UNAVAILABLE if this node cannot read the key of a secret poll
     */
    void end(UserId actor, WikiId wiki, UUID poll) throws CopException
    {
        boolean secret = this.ledger.decide(tx -> {
            PollRow row = present(tx.session(), wiki, poll);
            if (!row.closed) {
                tx.append(EntryDraft.of(wiki, actor, PollActs.CLOSED, poll).in(new CommunityId(row.community)));
                if (row.secret) {
                    this.secrets.close(tx.session(), new Survey(wiki, poll));
                }
            }
            return row.secret;
        });
        if (secret) {
            this.secrets.destroyKeys(wiki);
        }
    }

    CommunityId delete(UserId actor, WikiId wiki, UUID poll) throws CopException
    {
        Known known = known(actor, wiki, poll);
        requireManager(actor, known);
        this.ledger.decide(tx -> {
            tx.append(EntryDraft.of(wiki, actor, PollActs.DELETED, poll).in(known.community().id()));
            this.secrets.delete(tx.session(), new Survey(wiki, poll));
            return null;
        });
        this.secrets.destroyKeys(wiki);
        return known.community().id();
    }

    static boolean moderates(CommunityView community)
    {
        return community.permissions().contains(CommunityPermission.MODERATE);
    }

    private static void requireManager(UserId actor, Known known) throws CopException
    {
        if (!moderates(known.community()) && !known.poll().author.equals(actor.value())) {
            throw CopException.forbidden();
        }
    }

    private Known known(UserId actor, WikiId wiki, UUID poll) throws CopException
    {
        PollRow row = this.ledger.read(session -> session.get(PollRow.class, new RowKey(wiki, poll)));
        if (row == null || row.deleted) {
            throw CopException.notFound();
        }
        return new Known(row, this.communities.get(actor, wiki, new CommunityId(row.community)));
    }

    private static PollRow present(Session session, WikiId wiki, UUID poll) throws CopException
    {
        PollRow row = session.get(PollRow.class, new RowKey(wiki, poll));
        if (row == null || row.deleted) {
            throw CopException.notFound();
        }
        return row;
    }

    /** A poll in a community that the actor may view. */
    private record Known(PollRow poll, CommunityView community)
    {
    }
}
