/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community.internal;

import java.util.List;
import java.util.UUID;

import org.copsuite.community.CommunityRelations;
import org.copsuite.community.CommunityRelations.Related;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@OnEveryDatabase
class CommunityRelationsTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private final TestWiki wiki = new TestWiki();

    private final CommunityService communities = this.wiki.get(CommunityService.class);

    private final CommunityRelations relations = this.wiki.get(CommunityRelations.class);

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId anna = this.wiki.account("anna");

    private final UserId bert = this.wiki.account("bert");

    private final UserId stranger = this.wiki.account("stranger");

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private CommunityId found(String title, Visibility visibility, List<String> topics, UserId... members) throws Exception
    {
        CommunityId id = new CommunityId(UUID.randomUUID());
        this.communities.found(this.boss, new CommunityDraft(id, WIKI, title, "What for.", topics, visibility));
        for (UserId member : members) {
            this.communities.appoint(this.boss, id, member, Role.FACILITATOR);
        }
        this.communities.leave(this.boss, id);
        return id;
    }

    private List<Related> related(UserId reader, CommunityId community) throws Exception
    {
        return this.relations.related(reader, WIKI, community, 10);
    }

    @Test
    void peopleAndTopicsInCommonRelate() throws Exception
    {
        CommunityId sea = found("Sea", Visibility.OPEN, List.of("water", "ships", "a_b"), this.anna, this.bert);
        found("River", Visibility.OPEN, List.of("water", "ships", "mills"), this.anna);
        found("Rowing", Visibility.OPEN, List.of("oars"), this.anna, this.bert);
        found("Wells", Visibility.OPEN, List.of("water"), this.stranger);
        found("Ovens", Visibility.OPEN, List.of("bread", "axb"), this.stranger);

        assertThat(related(UserId.GUEST, sea)).extracting(one -> one.community().title(), Related::people, Related::topics)
            .containsExactly(tuple("River", 1, List.of("water", "ships")), tuple("Wells", 0, List.of("water")),
                tuple("Rowing", 2, List.of()));
        assertThat(this.relations.related(UserId.GUEST, WIKI, sea, 1)).hasSize(1);
    }

    @Test
    void whatOneMayNotViewIsLeftOut() throws Exception
    {
        CommunityId sea = found("Sea", Visibility.OPEN, List.of("water"), this.anna);
        CommunityId vault = found("Vault", Visibility.PRIVATE, List.of("water"), this.anna);
        CommunityId coming = new CommunityId(UUID.randomUUID());
        this.communities.prepare(this.boss, new CommunityDraft(coming, WIKI, "Coming soon", "Later.", List.of("water"),
            Visibility.OPEN));
        this.communities.appoint(this.boss, coming, this.anna, Role.FACILITATOR);

        assertThat(related(this.anna, sea)).extracting(one -> one.community().title()).containsExactly("Vault");
        assertThat(related(this.stranger, sea)).isEmpty();
        assertThat(related(UserId.GUEST, sea)).isEmpty();
        assertThatThrownBy(() -> related(this.stranger, vault)).hasMessageContaining("NOT_FOUND");
        assertThat(related(this.anna, vault)).extracting(one -> one.community().title()).containsExactly("Sea");
    }

    @Test
    void candidatesAreReadOnceUntilSomethingIsWritten() throws Exception
    {
        CommunityId sea = found("Sea", Visibility.OPEN, List.of("water"), this.anna);
        found("River", Visibility.OPEN, List.of("water"), this.anna);
        this.communities.get(this.bert, WIKI, sea);
        this.wiki.database().startCounting();
        this.communities.get(this.bert, WIKI, sea);
        long view = this.wiki.database().statements();
        this.wiki.database().startCounting();
        related(this.bert, sea);
        assertThat(this.wiki.database().statements()).isEqualTo(view + 2);
        this.wiki.database().startCounting();
        related(this.bert, sea);
        assertThat(this.wiki.database().statements()).isEqualTo(view + 1);
        this.communities.join(this.bert, sea);
        found("Lake", Visibility.OPEN, List.of("water"), this.bert);
        assertThat(related(this.bert, sea)).hasSize(2);
    }
}
