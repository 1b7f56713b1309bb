/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.question.QuestionActs;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;

/** A wiki with an open and a private community, and short words for what people do there. */
class RecognitionFixture implements AutoCloseable
{
    final TestWiki wiki;

    final Ledger ledger;

    final UserId boss;

    final UserId anna;

    final UserId bert;

    final UserId cleo;

    final UUID open;

    final UUID secret;

    RecognitionFixture()
    {
        this(new TestWiki());
    }

    RecognitionFixture(TestWiki wiki)
    {
        this.wiki = wiki;
        this.ledger = this.wiki.get(Ledger.class);
        this.boss = this.wiki.administrator("boss");
        this.anna = this.wiki.account("anna");
        this.bert = this.wiki.account("bert");
        this.cleo = this.wiki.account("cleo");
        this.open = community("Open to all", CommunityService.Visibility.OPEN);
        this.secret = community("Behind the door", CommunityService.Visibility.PRIVATE);
    }

    private UUID community(String title, CommunityService.Visibility access)
    {
        UUID id = UUID.randomUUID();
        try {
            this.wiki.get(CommunityService.class).found(this.boss,
                new CommunityService.CommunityDraft(new CommunityId(id),
                TestWiki.WIKI, title,
                "What it is for.", List.of(), access));
        } catch (CopException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    UUID asked(UserId author, CommunityId community, Instant at) throws CopException
    {
        UUID id = UUID.randomUUID();
        record(EntryDraft.of(TestWiki.WIKI, author, QuestionActs.ASKED, id).in(community).at(at));
        return id;
    }

    UUID answered(UserId author, UUID question, UserId asker, CommunityId community, Instant at) throws CopException
    {
        UUID id = UUID.randomUUID();
        record(QuestionActs.answered(TestWiki.WIKI, author, id, question, asker).in(community).at(at));
        return id;
    }

    String voted(UserId voter, UUID post, UserId author, CommunityId community, int weight, Instant at)
        throws CopException
    {
        EntryDraft draft = EntryDraft.of(TestWiki.WIKI, voter, QuestionActs.VOTED, post).in(community).benefiting(author)
            .withWeight(weight).withOccurrence(UUID.randomUUID().toString()).at(at);
        record(draft);
        return draft.idempotencyKey();
    }

    String accepted(UserId asker, UUID answer, UUID question, UserId author, CommunityId community, Instant at)
        throws CopException
    {
        EntryDraft draft = QuestionActs.accepted(TestWiki.WIKI, asker, answer, question, author).in(community)
            .withOccurrence(UUID.randomUUID().toString()).at(at);
        record(draft);
        return draft.idempotencyKey();
    }

    void reversed(String idempotencyKey, UserId actor) throws CopException
    {
        LedgerEntry row = this.ledger.byIdempotencyKey(TestWiki.WIKI, idempotencyKey).orElseThrow();
        record(EntryDraft.reversing(row, actor, Instant.now()));
    }

    void deleted(UserId actor, UUID post) throws CopException
    {
        record(EntryDraft.of(TestWiki.WIKI, actor, QuestionActs.DELETED,
            post).withOccurrence(UUID.randomUUID().toString()));
    }

    void restored(UserId actor, UUID post) throws CopException
    {
        record(EntryDraft.of(TestWiki.WIKI, actor, QuestionActs.RESTORED,
            post).withOccurrence(UUID.randomUUID().toString()));
    }

    void record(EntryDraft draft) throws CopException
    {
        this.ledger.record(tx -> {
            tx.append(draft);
            return null;
        });
    }

    /** All rows of points and counters, as text, to be compared. */
    List<String> rows()
    {
        Stream<String> counters =
            this.wiki.database().query("select * from cop_counter").stream().map(Object::toString);
        Stream<String> points = this.ledger.read(session -> session
            .createQuery("from PointsRow", PointsRow.class).getResultStream()
            .map(r -> String.join(" ", r.person, r.community.toString(), String.valueOf(r.day), "capped",
                String.valueOf(r.capped), "uncapped", String.valueOf(r.uncapped), "points", String.valueOf(r.points),
                "reached", String.valueOf(r.reached)))
            .toList()).stream();
        return Stream.concat(points, counters).sorted().toList();
    }

    @Override
    public void close()
    {
        this.wiki.close();
    }
}
