/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.feedback.PollActs;
import org.copsuite.feedback.PollImport;
import org.copsuite.feedback.PollService.Draft;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Appends the entries of a poll at their times, and counts secret ballots without them. */
@Component
@Singleton
public class DefaultPollImport implements PollImport
{
    @Inject
    private Ledger ledger;

    @Inject
    private AnonymousAnswers secrets;

    @Override
    public void write(Closed poll) throws CopException
    {
        Draft draft = poll.draft();
        this.ledger.decide(tx -> {
            EntryDraft start = PollActs.started(draft, poll.author()).at(poll.started());
            if (tx.isNew(start)) {
                tx.append(start);
                for (Map.Entry<UserId, List<Integer>> ballot : poll.ballots().entrySet()) {
                    vote(tx, poll, ballot.getKey(), ballot.getValue());
                }
                tx.append(EntryDraft.of(draft.wiki(), poll.author(), PollActs.CLOSED, draft.id()).in(draft.community())
                    .at(poll.closed()));
                if (draft.secret()) {
                    this.secrets.close(tx.session(), new Survey(draft.wiki(), draft.id()));
                }
            }
            return null;
        });
        this.secrets.destroyKeys(draft.wiki());
    }

    private void vote(Ledger.Transaction tx, Closed poll, UserId voter, List<Integer> choices) throws CopException
    {
        Draft draft = poll.draft();
        if (draft.secret()) {
            this.secrets.add(tx, voter, new Survey(draft.wiki(), draft.id()),
                Tally.of(draft.kind(), choices, draft.options().size()), "");
        } else {
            tx.append(EntryDraft.of(draft.wiki(), voter, PollActs.VOTED, draft.id(), choices).in(draft.community())
                .at(poll.started()).repeatable());
        }
    }
}
