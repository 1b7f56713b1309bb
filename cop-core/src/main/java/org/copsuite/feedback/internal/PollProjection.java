/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.feedback.PollActs;
import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.hibernate.query.Query;
import org.xwiki.component.annotation.Component;

/** Projection of polls with their open ballots. A key is the id of a poll. */
@Component
@Named("polls")
@Singleton
public class PollProjection extends AbstractProjection
{
    private static final int AFTER_ENDORSEMENTS = 760;

    /** Declares the acts. */
    public PollProjection()
    {
        super(AFTER_ENDORSEMENTS, PollActs.STARTED, "PollRow");
        on(PollActs.STARTED, PollProjection::start);
        on(PollActs.VOTED, PollProjection::vote);
        on(PollActs.CLOSED, PollProjection::close);
        on(PollActs.DELETED, PollProjection::delete);
    }

    private static void start(Change change)
    {
        PollRow row = new PollRow(change.wiki().value(), change.subject(), change.entry().detail(PollActs.STARTED));
        row.community = change.entry().getCommunity().value();
        row.author = change.entry().getActor().value();
        row.startedAt = change.at();
        row.sequence = change.entry().getSequence();
        write(change.session(), row);
    }

    private static void vote(Change change)
    {
        Session session = change.session();
        BallotRow.Key key = new BallotRow.Key(change.wiki().value(), change.subject(),
            change.entry().getActor().value());
        PollRow poll = session.get(PollRow.class, new RowKey(change.wiki(), change.subject()));
        BallotRow ballot = session.get(BallotRow.class, key);
        List<Integer> choices = change.entry().detail(PollActs.VOTED);
        int[] votes = Tally.read(poll.votes);
        if (ballot == null) {
            ballot = new BallotRow(key, "");
            poll.voters++;
        } else {
            votes = Tally.sum(votes, Tally.of(poll.kind(), PollActs.split(ballot.choices), votes.length), -1);
        }
        poll.votes = Tally.write(Tally.sum(votes, Tally.of(poll.kind(), choices, votes.length), 1));
        ballot.choices = PollActs.join(choices);
        write(session, ballot);
        write(session, poll);
    }

    /** Whoever closes a poll early makes this day its last one. */
    private static void close(Change change)
    {
        PollRow poll = change.session().get(PollRow.class, new RowKey(change.wiki(), change.subject()));
        int day = (int) LocalDate.ofInstant(Instant.ofEpochMilli(change.at()), ZoneOffset.UTC).toEpochDay();
        poll.closed = true;
        poll.closesOn = Math.min(poll.closesOn, day);
        write(change.session(), poll);
    }

    private static void delete(Change change)
    {
        update(change, "deleted = true");
        deleteBallots(change.session(), change.wiki(), change.subject());
    }

    private static void deleteBallots(Session session, WikiId wiki, UUID poll)
    {
        bound(session.createQuery("delete from BallotRow where wiki = :wiki and poll = :id"), wiki, poll);
    }

    private static void update(Change change, String values)
    {
        bound(change.session().createQuery("update PollRow set " + values + " where wiki = :wiki and id = :id"),
            change.wiki(), change.subject());
    }

    private static void bound(Query<?> query, WikiId wiki, UUID poll)
    {
        query.setParameter("wiki", wiki.value()).setParameter("id", poll).executeUpdate();
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        super.prepare(session, wiki, id, entries);
        deleteBallots(session, wiki, id);
    }
}
