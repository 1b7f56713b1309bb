/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Projection;
import org.copsuite.milestone.MilestoneHit;
import org.copsuite.milestone.MilestoneService.Draft;
import org.copsuite.milestone.MilestoneService.Item;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.milestone.MilestoneService.Query;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.spi.SearchSource;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read of milestones: lists, rebuilds, pages that others wrote, the search. */
@OnEveryDatabase
class MilestoneReaderTest extends AbstractMilestoneTest
{
    @Test
    void nothingOfAPrivateCommunityIsTold() throws Exception
    {
        UUID hidden = set(this.secret, "Behind the door", "2027-03-31");
        PageId page = get(this.bert, hidden).page();
        for (UserId stranger : List.of(this.dora, UserId.GUEST)) {
            assertRefused(Kind.NOT_FOUND, () -> get(stranger, hidden));
            assertThat(titles(stranger, null)).isEmpty();
            assertThat(titles(stranger, this.secret)).isEmpty();
            assertThat(this.service.at(stranger, page)).isEmpty();
            assertThat(this.service.highlights(stranger, WIKI, location(this.secret))).isEmpty();
            assertThat(this.service.find(stranger, WIKI, List.of(hidden))).isEmpty();
        }
        assertRefused(Kind.NOT_FOUND, () -> this.service.tick(this.dora, WIKI, hidden, "Write it down", true));
        assertRefused(Kind.NOT_FOUND, () -> state(this.dora, hidden, State.REACHED, ""));
        assertRefused(Kind.NOT_FOUND, () -> this.service.progress(this.dora, WIKI, hidden, "1", ""));
        assertRefused(Kind.NOT_FOUND, () -> this.service.delete(this.dora, WIKI, hidden));
        assertThat(titles(this.cleo, null)).containsExactly("Behind the door");
    }

    @Test
    void listsTheOpenOnesByDateThenThoseThatEndedLast() throws Exception
    {
        UUID first = set(this.open, "Ended first", "2026-01-01");
        set(this.open, "Later", "2027-06-30");
        set(this.open, "Sooner", "2027-01-31");
        set(this.open, "As soon", "2027-01-31");
        UUID dropped = set(this.open, "Ended last", "2026-02-01");
        state(this.anna, first, State.REACHED, "");
        state(this.anna, dropped, State.DROPPED, "Nobody needs it.");
        this.wiki.get(Ledger.class).write(tx -> {
            MilestoneRow row = MilestonePages.find(tx.session(), WIKI, first);
            row.since -= 3 * 86_400_000L;
            row.order = MilestonePages.place(row);
        });
        List<String> expected = List.of("Sooner", "As soon", "Later", "Ended last", "Ended first");
        assertThat(titles(this.dora, this.open)).isEqualTo(expected);
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Slice<Milestone> slice =
                this.service.list(this.dora, new Query(WIKI, this.open, null, Set.of(), after, 2));
            slice.items().forEach(one -> seen.add(one.title()));
            after = slice.next();
        } while (after != null);
        assertThat(seen).isEqualTo(expected);
        assertThat(this.service.list(this.dora, new Query(WIKI, this.open, null, Set.of(State.DROPPED), null, 2)).items())
            .extracting(Milestone::title).containsExactly("Ended last");
        assertThat(this.service.highlights(this.dora, WIKI, location(this.open))).extracting(Milestone::title)
            .containsExactly("Sooner", "Ended first");
    }

    @Test
    void aRebuildGivesTheSameRows() throws Exception
    {
        Draft counted = with(draft(this.open, "Eight wards", "2027-03-31"), "", "8");
        this.service.set(this.anna, counted);
        this.service.progress(this.bert, WIKI, counted.id(), "3", "");
        state(this.bert, counted.id(), State.DELAYED, "A ward is closed.");
        UUID reached = set(this.open, "One checklist", "2027-03-31");
        this.service.tick(this.bert, WIKI, reached, "Write it down", true);
        this.service.tick(this.bert, WIKI, reached, "Ask the wards", true);
        this.service.tick(this.bert, WIKI, reached, "Ask the wards", false);
        state(this.bert, reached, State.REACHED, "");
        UUID back = set(this.open, "Not yet", "2027-03-31");
        state(this.bert, back, State.REACHED, "");
        state(this.bert, back, State.UNDERWAY, "");
        List<UUID> ids = List.of(counted.id(), reached, back);
        List<Milestone> before = new ArrayList<>();
        for (UUID id : ids) {
            before.add(get(this.anna, id));
        }
        this.wiki.database().execute("update cop_milestone set reason = 'damaged', state = 'DROPPED', items_done = 7, "
            + "reached_number = '1', list_order = 1");
        this.wiki.database().execute("delete from cop_milestone_tick");
        Projection projection = this.wiki.get(Projection.class, "milestones");
        this.wiki.get(Ledger.class)
            .write(tx -> ids.forEach(id -> projection.rebuild(tx.session(), WIKI, id.toString())));
        for (int i = 0; i < ids.size(); i++) {
            assertThat(get(this.anna, ids.get(i))).isEqualTo(before.get(i));
        }
        this.wiki.database().execute("delete from cop_milestone");
        this.wiki.get(Ledger.class)
            .write(tx -> ids.forEach(id -> projection.rebuild(tx.session(), WIKI, id.toString())));
        assertThat(get(this.anna, reached)).isEqualTo(before.get(1));
    }

    /** A process that ends between the save of the page and the ledger leaves a page. */
    @Test
    void aPageIsFoundAfterwardsIfItsAuthorMaySetMilestones() throws Exception
    {
        UUID mine = page(this.anna, "Mine", Map.of("due", "2027-01-31", "items", "One\nTwo", "target", "x",
            "itemOwners", "0|2027-01-15|" + this.bert.value() + "\n0||nobody\n1|soon|\n7||nobody\n-1||nobody\n1"));
        UUID forged = page(this.bert, "Forged", Map.of("due", "2027-01-31"));
        UUID odd = page(this.anna, "Odd", Map.of("due", "soon", "people", "x".repeat(300), "target", "-1"));
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);
        assertThat(get(this.dora, mine).items()).extracting(Item::text).containsExactly("One", "Two");
        assertThat(get(this.dora, mine).items().get(0)).satisfies(given -> {
            assertThat(given.owner().id()).isEqualTo(this.bert);
            assertThat(given.due()).isEqualTo("2027-01-15");
        });
        assertThat(get(this.dora, mine).items().get(1).owner()).isNull();
        assertRefused(Kind.NOT_FOUND, () -> get(this.anna, forged));
        assertThat(get(this.dora, odd).due()).isNull();
        assertThat(get(this.dora, odd).people()).isEmpty();
        assertThat(get(this.dora, odd).progress()).isNull();
    }

    private UUID page(UserId author, String title, Map<String, String> properties) throws Exception
    {
        UUID id = UUID.randomUUID();
        PageId home = this.wiki.get(CommunityService.class).get(this.anna, WIKI, this.open).page();
        Page saved = this.wiki.pages().save(new PageDraft(home.space().child("Milestones").child(title).home(), title, "",
            author, null, new PageObject("milestone", id, properties), false, "", false, null));
        assertThat(saved.object()).isPresent();
        return id;
    }

    @Test
    void theSearchFindsWhatTheReaderMayView() throws Exception
    {
        SearchSource source = this.wiki.get(SearchSource.class, "milestone");
        UUID shown = set(this.open, "One checklist", "2027-03-31");
        UUID hidden = set(this.secret, "Behind the door", "2027-03-31");
        assertThat(source.documents(WIKI, List.of(shown, hidden))).hasSize(2).allSatisfy(document -> {
            assertThat(document.body()).contains("All of them.", "Train everybody");
        });
        assertThat(source.hits(this.dora, WIKI, List.of(shown, hidden)).values())
            .extracting(hit -> ((MilestoneHit) hit).title()).containsExactly("One checklist");
        assertThat(source.count(WIKI)).isEqualTo(2);
        List<UUID> sorted = new ArrayList<>(Arrays.asList(shown, hidden));
        sorted.sort((a, b) -> a.toString().compareTo(b.toString()));
        assertThat(source.ids(WIKI, null, 10)).isEqualTo(sorted);
        assertThat(source.ids(WIKI, sorted.get(0), 10)).isEqualTo(sorted.subList(1, 2));
        assertThat(source.changed(WIKI, Collections.singleton(shown))).containsExactly(shown);
        this.service.delete(this.anna, WIKI, shown);
        assertThat(source.documents(WIKI, List.of(shown))).isEmpty();
    }

    @Test
    void aListCostsTheSameStatementsHoweverLongItIs() throws Exception
    {
        set(this.open, "The first one", "2027-03-31");
        long few = statements();
        for (int i = 0; i < 12; i++) {
            set(this.open, "Milestone " + i, "2027-03-31");
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(5);
    }

    private long statements() throws CopException
    {
        this.wiki.database().startCounting();
        titles(this.bert, this.open);
        return this.wiki.database().statements();
    }
}
