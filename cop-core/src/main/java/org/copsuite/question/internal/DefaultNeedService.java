/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.notice.WatchService;
import org.copsuite.question.NeedService;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionActs.Showing;
import org.copsuite.question.QuestionQueries.QuestionView;
import org.copsuite.question.QuestionWatch;
import org.copsuite.question.internal.NeedReader.Shown;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Checks permissions, and records who has the same question. */
@Component
@Singleton
public class DefaultNeedService implements NeedService
{
    @Inject
    private Ledger ledger;

    @Inject
    private Requests requests;

    @Inject
    private PostRepository posts;

    @Inject
    private PostRights rights;

    @Inject
    private Askers askers;

    @Inject
    private NeedReader reader;

    @Inject
    private Provider<WatchService> watches;

    @Inject
    private Provider<Notices> notices;

    @Override
    public Need of(UserId reader, PostId question) throws CopException
    {
        StoredPost post = find(reader, question);
        QuestionRow row = post.question();
        return this.reader.read(reader, new Shown(question, post.page(), row.needed, !row.closed,
            !post.asker().isAnonymous(), isAsker(reader, post)));
    }

    @Override
    public Need of(UserId reader, QuestionView question)
    {
        return this.reader.read(reader, new Shown(question.summary().id(), question.summary().page(),
            question.summary().needed(), !question.summary().closed(),
            !question.post().author().id().isAnonymous(), question.may().own()));
    }

    private StoredPost find(UserId reader, PostId question) throws CopException
    {
        StoredPost post = this.posts.visible(reader, this.requests.wiki(), question.value());
        if (post.isAnswer()) {
            throw CopException.notFound();
        }
        return post;
    }

    private boolean isAsker(UserId actor, StoredPost post)
    {
        return this.rights.isAuthor(this.askers.self(actor, post.question()), post.asker(), post.page());
    }

    @Override
    public void set(UserId actor, PostId question, boolean on) throws CopException
    {
        StoredPost post = find(actor, question);
        CopException.requireAccount(actor);
        if (on) {
            this.rights.takePart(actor, post.page());
            if (isAsker(actor, post)) {
                throw new CopException(CopException.Kind.FORBIDDEN, "cop.need.error.own");
            }
        }
        this.ledger.decide(tx -> {
            NeedRow before = row(tx.session(), post, actor);
            if (on && before == null) {
                QuestionRow now = open(tx.session(), post);
                tx.append(EntryDraft.of(post.wiki(), actor, QuestionActs.NEEDED, post.id(),
                    new UserId(now.author).isAnonymous() ? Showing.NUMBER : Showing.NAME)
                    .in(new CommunityId(now.community)).repeatable(), post.creation());
                this.watches.get().allow(tx, actor, QuestionWatch.of(post.wiki(), question));
            } else if (!on && before != null) {
                tx.append(EntryDraft.reversing(tx.session().get(LedgerEntry.class, before.sequence), actor,
                    Instant.now()));
            }
            return null;
        });
        if (on) {
            this.notices.get().unmute(actor, post.page());
        }
    }

    private static NeedRow row(Session session, StoredPost post, UserId person)
    {
        NeedRow row = session.get(NeedRow.class, new NeedRow.Key(post.wiki(), post.id(), person));
        if (row != null) {
            session.evict(row);
        }
        return row;
    }

    /** Reads the question again now that nobody else writes. */
    private static QuestionRow open(Session session, StoredPost post) throws CopException
    {
        QuestionRow now = QuestionRepository.question(session, post.wiki(), post.id());
        if (now == null || now.deleted) {
            throw CopException.notFound();
        }
        if (now.closed) {
            throw new CopException(CopException.Kind.CONFLICT,
                now.duplicateOf == null ? "cop.need.error.closed" : "cop.need.error.duplicate");
        }
        return now;
    }

    @Override
    public boolean has(UserId person, WikiId wiki, PostId question)
    {
        return this.reader.has(person, wiki, question);
    }

    @Override
    public List<UserId> people(WikiId wiki, PostId question, String after, int limit)
    {
        return this.reader.people(wiki, question, after, limit);
    }

    @Override
    public Map<String, Integer> people(UserId reader, CommunityView community, Collection<String> topics)
    {
        return this.reader.people(reader, community, topics);
    }
}
