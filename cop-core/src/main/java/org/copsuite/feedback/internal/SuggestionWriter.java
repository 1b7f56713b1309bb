/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.Instant;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.FormCheck;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.feedback.SuggestionActs;
import org.copsuite.feedback.SuggestionActs.Decision;
import org.copsuite.feedback.SuggestionService;
import org.copsuite.feedback.SuggestionService.Draft;
import org.copsuite.feedback.SuggestionService.State;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Validates and records suggestions, votes and decisions. */
@Component(roles = SuggestionWriter.class)
@Singleton
public class SuggestionWriter
{
    @Inject
    private Ledger ledger;

    @Inject
    private CommunityService communities;

    @Inject
    private SuggestionReader reader;

    void checkSuggest(UserId actor, WikiId wiki, CommunityId community) throws CopException
    {
        requireMember(this.communities.get(actor, wiki, community));
    }

    void suggest(UserId actor, Draft draft) throws CopException
    {
        checkSuggest(actor, draft.wiki(), draft.community());
        FormCheck check = new FormCheck();
        String title = check.line("title", draft.title(), 1, SuggestionService.TITLE_MAXIMUM,
            "cop.suggestion.error.title");
        String body = check.text("body", draft.body(), 0, SuggestionService.BODY_MAXIMUM, "cop.suggestion.error.body");
        check.end();
        Draft checked = new Draft(draft.id(), draft.wiki(), draft.community(), title, body);
        this.ledger.decide(tx -> {
            if (isNew(tx.session(), actor, checked)) {
                tx.append(SuggestionActs.suggested(checked, actor));
            }
            return null;
        });
    }

    private static void requireMember(CommunityView community) throws CopException
    {
        if (community.mine() == null) {
            throw new CopException(Kind.FORBIDDEN, "cop.feedback.error.member");
        }
    }

    private static boolean isNew(Session session, UserId actor, Draft draft) throws CopException
    {
        SuggestionRow same = session.get(SuggestionRow.class, new RowKey(draft.wiki(), draft.id()));
        if (same != null) {
            if (!same.author.equals(actor.value())) {
                throw CopException.notFound();
            }
            return false;
        }
        long open = session.createQuery("select count(id) from SuggestionRow where wiki = :wiki "
            + "and community = :community and author = :author and state = :state and deleted = false", Long.class)
            .setParameter("wiki", draft.wiki().value()).setParameter("community", draft.community().value())
            .setParameter("author", actor.value()).setParameter("state", State.NEW.name()).getSingleResult();
        if (open >= SuggestionService.NEW_MAXIMUM) {
            throw new CopException(Kind.CONFLICT, "cop.suggestion.error.many", SuggestionService.NEW_MAXIMUM);
        }
        return true;
    }

    void vote(UserId actor, WikiId wiki, UUID suggestion, boolean on) throws CopException
    {
        SuggestionRow known = this.reader.row(wiki, suggestion);
        requireMember(this.communities.get(actor, wiki, new CommunityId(known.community)));
        if (known.author.equals(actor.value())) {
            throw new CopException(Kind.FORBIDDEN, "cop.suggestion.error.own");
        }
        this.ledger.decide(tx -> {
            SuggestionRow row = present(tx.session(), wiki, suggestion);
            BackingRow vote = tx.session().get(BackingRow.class,
                new BackingRow.Key(wiki.value(), suggestion, actor.value()));
            if (on != (vote != null) && !row.state().isOpen()) {
                throw new CopException(Kind.CONFLICT, "cop.suggestion.error.decided");
            }
            if (on && vote == null) {
                tx.append(EntryDraft.of(wiki, actor, SuggestionActs.BACKED, suggestion)
                    .in(new CommunityId(row.community)).benefiting(new UserId(row.author)).repeatable());
            } else if (!on && vote != null) {
                LedgerEntry entry = tx.session().get(LedgerEntry.class, vote.sequence);
                tx.append(EntryDraft.reversing(entry, actor, Instant.now()));
            }
            return null;
        });
    }

    void decide(UserId actor, WikiId wiki, UUID suggestion, State state, String reason, State seen) throws CopException
    {
        CommunityView community = community(actor, wiki, suggestion);
        if (!community.mayRun()) {
            throw CopException.forbidden();
        }
        FormCheck check = new FormCheck();
        if (state == null) {
            check.refuse("state", "cop.error.missing");
        }
        String checked = check.line("reason", reason, state == State.DECLINED ? 1 : 0, SuggestionService.REASON_MAXIMUM,
            "cop.suggestion.error.reason");
        check.end();
        this.ledger.decide(tx -> {
            SuggestionRow row = present(tx.session(), wiki, suggestion);
            if (row.state() == state && row.reason.equals(checked)) {
                return null;
            }
            if (row.state() != seen) {
                throw new CopException(Kind.CONFLICT, "cop.suggestion.error.changed");
            }
            tx.append(EntryDraft.of(wiki, actor, SuggestionActs.DECIDED, suggestion, new Decision(state, checked))
                .in(community.id()).benefiting(new UserId(row.author)).repeatable());
            return null;
        });
    }

    void delete(UserId actor, WikiId wiki, UUID suggestion) throws CopException
    {
        CommunityView community = community(actor, wiki, suggestion);
        this.ledger.decide(tx -> {
            SuggestionRow row = present(tx.session(), wiki, suggestion);
            if (!SuggestionReader.mayDelete(actor, community, row)) {
                throw CopException.forbidden();
            }
            tx.append(EntryDraft.of(wiki, actor, SuggestionActs.DELETED, suggestion).in(community.id()));
            return null;
        });
    }

    private CommunityView community(UserId actor, WikiId wiki, UUID suggestion) throws CopException
    {
        return this.communities.get(actor, wiki, new CommunityId(this.reader.row(wiki, suggestion).community));
    }

    private static SuggestionRow present(Session session, WikiId wiki, UUID suggestion) throws CopException
    {
        SuggestionRow row = session.get(SuggestionRow.class, new RowKey(wiki, suggestion));
        if (row == null || row.deleted) {
            throw CopException.notFound();
        }
        return row;
    }
}
