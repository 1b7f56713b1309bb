/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityAccess;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Change;
import org.copsuite.milestone.MilestoneService.Draft;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Two communities and their people. */
abstract class AbstractMilestoneTest
{
    static final WikiId WIKI = TestWiki.WIKI;

    static final String ITEMS = "Ask the wards\nWrite it down\nTrain everybody";

    final TestWiki wiki = new TestWiki();

    final UserId boss = this.wiki.administrator("boss");

    final UserId anna = this.wiki.account("anna");

    final UserId bert = this.wiki.account("bert");

    final UserId cleo = this.wiki.account("cleo");

    final UserId dora = this.wiki.account("dora");

    final MilestoneService service = this.wiki.get(MilestoneService.class);

    CommunityId open;

    CommunityId secret;

    /** Anna facilitates both communities; Bert and Cleo are members of both; Dora is in none. */
    @BeforeEach
    void found() throws Exception
    {
        this.open = community("Safe medication", Visibility.OPEN);
        this.secret = community("Behind the door", Visibility.PRIVATE);
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    CommunityId community(String title, Visibility visibility) throws CopException
    {
        CommunityService communities = this.wiki.get(CommunityService.class);
        CommunityId id = new CommunityId(UUID.randomUUID());
        communities.found(this.boss, new CommunityDraft(id, WIKI, title, "What it is for.", List.of(), visibility));
        communities.appoint(this.boss, id, this.anna, Role.FACILITATOR);
        communities.appoint(this.boss, id, this.bert, Role.MEMBER);
        communities.appoint(this.boss, id, this.cleo, Role.MEMBER);
        return id;
    }

    /** A milestone of Bert and Cleo. */
    Draft draft(CommunityId community, String title, String due)
    {
        return new Draft(UUID.randomUUID(), WIKI, community, null, title, "All of them.", due, this.bert,
            List.of(this.cleo), ITEMS, "", "");
    }

    Draft with(Draft draft, String items, String target)
    {
        return new Draft(draft.id(), WIKI, draft.community(), null, draft.title(), draft.body(), draft.due(),
            draft.owner(), draft.people(), items, target, target.isEmpty() ? "" : "wards");
    }

    UUID set(CommunityId community, String title, String due) throws CopException
    {
        Draft draft = draft(community, title, due);
        this.service.set(this.anna, draft);
        return draft.id();
    }

    void state(UserId actor, UUID id, State state, String reason) throws CopException
    {
        this.service.state(actor, WIKI, id, new Change(state, reason, null));
    }

    Milestone get(UserId reader, UUID id) throws CopException
    {
        return this.service.get(reader, WIKI, id);
    }

    List<String> titles(UserId reader, CommunityId community) throws CopException
    {
        return this.service.list(reader, new Query(WIKI, community, null, Set.of(), null, 50)).items().stream()
            .map(Milestone::title).toList();
    }

    CommunityLocation location(CommunityId community)
    {
        return this.wiki.get(CommunityAccess.class).find(this.boss, WIKI, List.of(community)).get(community);
    }

    static void assertRefused(Kind kind, ThrowingCallable call)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getKind()).isEqualTo(kind));
    }

    void consume(LedgerConsumer consumer) throws Exception
    {
        consumer.consume(this.wiki.get(Ledger.class).after(consumer.checkpoint(), 500));
    }
}
