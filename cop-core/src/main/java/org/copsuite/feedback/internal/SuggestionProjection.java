/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.List;
import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.feedback.SuggestionActs;
import org.copsuite.feedback.SuggestionActs.Decision;
import org.copsuite.feedback.SuggestionActs.Text;
import org.copsuite.ledger.AbstractProjection;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Projection of suggestions with the votes for them. A key is the id of a suggestion. */
@Component
@Named("suggestions")
@Singleton
public class SuggestionProjection extends AbstractProjection
{
    private static final int AFTER_PULSE = 780;

    private static final String WIKI = "wiki";

    private static final String ID = "id";

    /** Declares the acts. */
    public SuggestionProjection()
    {
        super(AFTER_PULSE, SuggestionActs.SUGGESTED, "SuggestionRow");
        on(SuggestionActs.SUGGESTED, SuggestionProjection::suggest);
        on(SuggestionActs.BACKED, SuggestionProjection::back);
        onReversal(SuggestionActs.BACKED, SuggestionProjection::withdraw);
        on(SuggestionActs.DECIDED, SuggestionProjection::decide);
        on(SuggestionActs.DELETED, SuggestionProjection::delete);
    }

    private static void suggest(Change change)
    {
        Text text = change.entry().detail(SuggestionActs.SUGGESTED);
        SuggestionRow row = new SuggestionRow(change.wiki().value(), change.subject());
        row.community = change.entry().getCommunity().value();
        row.author = change.entry().getActor().value();
        row.title = text.title();
        row.body = text.body();
        row.at = change.at();
        row.sequence = change.entry().getSequence();
        write(change.session(), row);
    }

    private static void back(Change change)
    {
        write(change.session(), new BackingRow(key(change), change.entry().getSequence()));
        count(change, 1);
    }

    private static void withdraw(Change change)
    {
        BackingRow row = change.session().get(BackingRow.class,
            new BackingRow.Key(change.wiki().value(), change.subject(), change.reversed().getActor().value()));
        change.session().delete(row);
        change.session().flush();
        count(change, -1);
    }

    private static BackingRow.Key key(Change change)
    {
        return new BackingRow.Key(change.wiki().value(), change.subject(), change.entry().getActor().value());
    }

    private static void count(Change change, int votes)
    {
        change.session().createQuery("update SuggestionRow set votes = votes + :votes where wiki = :wiki and id = :id")
            .setParameter("votes", votes).setParameter(WIKI, change.wiki().value()).setParameter(ID, change.subject())
            .executeUpdate();
    }

    private static void decide(Change change)
    {
        Decision decision = change.entry().detail(SuggestionActs.DECIDED);
        change.session()
            .createQuery("update SuggestionRow set state = :state, reason = :reason where wiki = :wiki and id = :id")
            .setParameter("state", decision.state().name()).setParameter("reason", decision.reason())
            .setParameter(WIKI, change.wiki().value()).setParameter(ID, change.subject()).executeUpdate();
    }

    private static void delete(Change change)
    {
        change.session().createQuery("update SuggestionRow set deleted = true where wiki = :wiki and id = :id")
            .setParameter(WIKI, change.wiki().value()).setParameter(ID, change.subject()).executeUpdate();
    }

    @Override
    protected void prepare(Session session, WikiId wiki, UUID id, List<LedgerEntry> entries)
    {
        super.prepare(session, wiki, id, entries);
        session.createQuery("delete from BackingRow where wiki = :wiki and suggestion = :id")
            .setParameter(WIKI, wiki.value()).setParameter(ID, id).executeUpdate();
    }
}
