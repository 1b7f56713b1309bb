/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.search.internal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.copsuite.CopException;
import org.copsuite.charter.CharterHit;
import org.copsuite.charter.CharterService;
import org.copsuite.charter.CharterService.Charter;
import org.copsuite.charter.CharterService.ObjectiveDraft;
import org.copsuite.community.CommunityHit;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.search.AbstractIndexTest;
import org.copsuite.search.SearchService;
import org.copsuite.search.SearchService.Search;
import org.copsuite.spi.SearchHit;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Communities and their charters in the search: open, private and not yet live ones. */
class CommunitiesInSearchTest extends AbstractIndexTest
{
    private CommunityService communities;

    private CharterService charters;

    private CommunityView shown;

    private CommunityView hidden;

    private CommunityView coming;

    @BeforeEach
    void write() throws Exception
    {
        this.communities = this.wiki.get(CommunityService.class);
        this.charters = this.wiki.get(CharterService.class);
        this.shown = this.communities.found(this.boss, draft("Sourdough circle", Visibility.OPEN));
        this.hidden = this.communities.found(this.boss, draft("Sourdough vault", Visibility.PRIVATE));
        this.coming = this.communities.prepare(this.boss, draft("Sourdough to come", Visibility.OPEN));
        for (CommunityView one : List.of(this.shown, this.hidden, this.coming)) {
            Charter charter = this.charters.write(this.boss, WIKI, one.id(), "Nobody is laughed at for a **flat** loaf.", "");
            this.charters.put(this.boss, WIKI, one.id(), new ObjectiveDraft(UUID.randomUUID(), "Fewer burnt crusts",
                "charred loaves a month", "9", "1", "", "", ""));
            assertThat(charter.page()).isNotNull();
        }
        caughtUp();
    }

    private static CommunityDraft draft(String title, Visibility visibility)
    {
        return new CommunityDraft(new CommunityId(UUID.randomUUID()), WIKI, title, "We ferment *patiently*.",
            List.of("levain"), visibility);
    }

    private List<String> found(UserId reader, String words) throws CopException
    {
        return this.wiki.get(SearchService.class).search(reader, new Search(WIKI, words, null, null, null, 20)).items()
            .stream().map(hit -> name(hit.item())).sorted().toList();
    }

    private static String name(SearchHit hit)
    {
        return hit.type() + ' ' + hit.title();
    }

    @Test
    void findsThemByWhatTheirReadersMaySee() throws Exception
    {
        for (String words : List.of("sourdough", "ferment patiently", "levain")) {
            assertThat(found(this.bert, words)).as(words).containsExactly("community Sourdough circle");
            assertThat(found(UserId.GUEST, words)).as(words).containsExactly("community Sourdough circle");
            assertThat(found(this.boss, words)).as(words).containsExactly("community Sourdough circle",
                "community Sourdough to come", "community Sourdough vault");
        }
        for (String words : List.of("laughed", "\"flat loaf\"", "burnt crusts", "charred")) {
            assertThat(found(this.bert, words)).as(words).containsExactly("charter Sourdough circle");
            assertThat(found(UserId.GUEST, words)).as(words).containsExactly("charter Sourdough circle");
            assertThat(found(this.boss, words)).as(words).containsExactly("charter Sourdough circle",
                "charter Sourdough to come", "charter Sourdough vault");
        }
    }

    @Test
    void showsWhoWroteThemAndWhere() throws Exception
    {
        SearchService search = this.wiki.get(SearchService.class);
        CommunityHit community = (CommunityHit) search
            .search(this.bert, new Search(WIKI, "levain", null, null, null, 20)).items().get(0).item();
        assertThat(community.page()).isEqualTo(this.shown.page());
        assertThat(community.author().id()).isEqualTo(this.boss);
        assertThat(community.tags()).containsExactly("levain");
        assertThat(community.members()).isEqualTo(1);
        CharterHit charter = (CharterHit) search
            .search(this.bert, new Search(WIKI, "laughed", this.shown.id(), null, null, 20)).items().get(0).item();
        assertThat(charter.page().space()).isEqualTo(this.shown.space());
        assertThat(charter.author().id()).isEqualTo(this.boss);
    }

    @Test
    void followsEditsAndMembersAndLaunches() throws Exception
    {
        Charter now = this.charters.get(this.boss, this.communities.get(this.boss, WIKI, this.shown.id()));
        this.charters.write(this.boss, WIKI, this.shown.id(), "Everybody may fail.", now.version());
        CommunityView community = this.communities.get(this.boss, WIKI, this.shown.id());
        this.communities.change(this.boss, this.shown.id(), new CommunityDraft(null, WIKI, "Rye circle", "We wait.",
            List.of("rye"), Visibility.OPEN), community.version());
        this.communities.appoint(this.boss, this.hidden.id(), this.anna, Role.MEMBER);
        caughtUp();

        assertThat(found(this.bert, "laughed")).isEmpty();
        assertThat(found(this.bert, "everybody fail")).containsExactly("charter Rye circle");
        assertThat(found(this.bert, "sourdough")).isEmpty();
        assertThat(found(this.bert, "rye")).containsExactly("community Rye circle");
        assertThat(found(this.anna, "laughed")).containsExactly("charter Sourdough vault");

        this.communities.launch(this.boss, this.coming.id());
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(found(this.bert, "sourdough")).containsExactly("community Sourdough to come");
            assertThat(found(this.bert, "laughed")).containsExactly("charter Sourdough to come");
        });
    }
}
