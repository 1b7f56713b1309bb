/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.copsuite.community.CommunityRoles;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.embedded.EmbeddedWiki;
import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.GroupDirectory;
import org.copsuite.embedded.store.WikiDatabase;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.founding.FoundingService;
import org.copsuite.founding.FoundingService.Item;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.membership.MembershipService;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

/** The samples in a running wiki. */
class SampleLoaderTest
{
    private static Map<String, Long> rows(EmbeddedWiki wiki)
    {
        Map<String, Long> rows = new LinkedHashMap<>();
        for (String table : List.of("cop_ledger", "cop_membership", "cop_question", "cop_answer", "cop_vote", "wiki_page",
            "wiki_version", "wiki_comment", "wiki_account", "wiki_member")) {
            rows.put(table, wiki.get(WikiDatabase.class)
                .run(s -> s.one("select count(*) from " + table, row -> row.getLong(1))).orElseThrow());
        }
        return rows;
    }

    /** Communities that differ in how one joins, with people who have been there for a while. */
    @Test
    void theyLookLikeCommunitiesAfterHalfAYear() throws Exception
    {
        try (EmbeddedWiki wiki = EmbeddedWiki.start("jdbc:hsqldb:mem:" + UUID.randomUUID(), true)) {
            UserId facilitator = Account.idOf("facilitator");
            CommunityService service = wiki.get(CommunityService.class);
            Map<String, CommunityView> communities = service.directory(facilitator, WikiOptions.WIKI, "", null, 10).items()
                .stream().collect(Collectors.toMap(CommunityView::title, one -> one));
            assertThat(communities).containsOnlyKeys("Data Platform Guild", "Safe Medication Circle", "Mentoring Circle",
                "Clear Writing");
            CommunityView mentoring = communities.get("Mentoring Circle");
            assertThat(mentoring.joining()).isEqualTo(Joining.REQUEST);
            assertThat(wiki.get(MembershipService.class).requests(facilitator, WikiOptions.WIKI, mentoring.id(), null, 10)
                .items()).extracting(request -> request.person().name()).containsExactly("Tomás Herrera", "Lucia Marini");
            CommunityView writing = communities.get("Clear Writing");
            assertThat(writing.isLive()).isFalse();
            assertThat(wiki.get(FoundingService.class).checklist(facilitator, writing)).extracting(Item::done)
                .contains(true, false);
            assertThat(service.named(Account.idOf("newcomer"), WikiOptions.WIKI, "Clear Writing")).isEmpty();
            Instant yesterday = Instant.now().minus(Duration.ofDays(1));
            for (CommunityView community : communities.values()) {
                assertThat(community.created()).isBefore(yesterday);
                assertThat(service.firstMembers(community, 100)).hasSizeGreaterThan(1)
                    .allSatisfy(member -> assertThat(member.since()).isBefore(yesterday));
            }
            assertThat(wiki.get(Ledger.class).after(0, 10_000).stream().filter(entry -> entry.getAt().isAfter(yesterday))
                .map(LedgerEntry::getActName)).as("what happens today: settings and votes")
                .doesNotContain("charter-written", "charter-changed", "poll-closed", "pulse-opened", "pulse-closed",
                    "project-started", "project-accepted", "milestone-set", "endorsed", "expert-designated");
            assertThat(wiki.get(EndorsementService.class).topics(facilitator, WikiOptions.WIKI, Account.idOf("tomas")))
                .first().satisfies(topic -> assertThat(topic.endorsements()).hasSize(EndorsementService.CONFIRMING));
            assertThat(wiki.get(CommunityRoles.class).own(facilitator, WikiOptions.WIKI, mentoring.id())).isNotEmpty();
        }
    }

    /** A start that was cut off goes on with the next one. */
    @Test
    void installedAgainTheyAddNothing() throws Exception
    {
        try (EmbeddedWiki wiki = EmbeddedWiki.start("jdbc:hsqldb:mem:" + UUID.randomUUID(), true)) {
            Map<String, Long> before = rows(wiki);
            assertThat(before.get("cop_ledger")).isPositive();

            // The account was made, and then the machine went down.
            wiki.get(GroupDirectory.class).remove(GroupDirectory.ADMINISTRATORS, Account.idOf("admin"));
            wiki.get(SampleLoader.class).install();

            assertThat(rows(wiki)).isEqualTo(before);
        }
    }
}
