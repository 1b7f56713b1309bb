/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Change;
import org.copsuite.milestone.MilestoneService.Draft;
import org.copsuite.milestone.MilestoneService.Item;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.notice.NoticeService;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnEveryDatabase
class MilestoneServiceTest extends AbstractMilestoneTest
{
    @Test
    void aFacilitatorSetsAMilestoneThatEverybodySees() throws Exception
    {
        Draft draft = draft(this.open, "  One checklist  for all wards ", "2027-03-31");
        PageId page = this.service.set(this.anna, draft);
        assertThat(this.service.set(this.anna, draft)).as("a second click").isEqualTo(page);

        Milestone shown = get(UserId.GUEST, draft.id());
        assertThat(shown.title()).isEqualTo("One checklist for all wards");
        assertThat(shown.due()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(shown.owner().id()).isEqualTo(this.bert);
        assertThat(shown.people()).extracting(person -> person.id()).containsExactly(this.cleo);
        assertThat(shown.state()).isEqualTo(State.PLANNED);
        assertThat(shown.items()).extracting(Item::text).containsExactly("Ask the wards", "Write it down",
            "Train everybody");
        assertThat(shown.progress().percent()).isZero();
        assertThat(shown.may()).isEqualTo(new MilestoneService.May(false, false, false));
        assertThat(this.service.at(UserId.GUEST, page)).contains(draft.id());
        assertThat(get(this.bert, draft.id()).may()).isEqualTo(new MilestoneService.May(true, true, false));
        assertThat(get(this.cleo, draft.id()).may()).isEqualTo(new MilestoneService.May(false, true, false));
        assertThat(get(this.anna, draft.id()).may()).isEqualTo(new MilestoneService.May(true, true, true));
    }

    @Test
    void refusesEachWrongField() throws Exception
    {
        List<UserId> many = IntStream.range(0, 15).mapToObj(i -> this.wiki.account("person" + i)).toList();
        Draft wrong = new Draft(UUID.randomUUID(), WIKI, this.open, null, "x", "y".repeat(20_001), "31.3.2027",
            new UserId("xwiki:XWiki.nobody"), many, ITEMS + "\n" + "z".repeat(201), "0", "u".repeat(31));
        assertThatThrownBy(() -> this.service.set(this.anna, wrong)).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getFields()).containsOnlyKeys("title", "body", "due", "owner", "people",
                "items", "target", "unit"));
        Draft hidden = new Draft(UUID.randomUUID(), WIKI, this.secret, null, "Hidden from Dora", "", "2027-03-31",
            this.dora, List.of(), "", "12,5", "wards");
        assertThatThrownBy(() -> this.service.set(this.anna, hidden)).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getFields()).containsOnlyKeys("owner"));
    }

    @Test
    void onlyWhoModeratesSetsAndDeletes() throws Exception
    {
        for (UserId person : List.of(this.bert, this.dora)) {
            assertRefused(Kind.FORBIDDEN, () -> this.service.set(person, draft(this.open, "Not mine", "2027-03-31")));
        }
        assertRefused(Kind.SIGN_IN, () -> this.service.set(UserId.GUEST, draft(this.open, "Not mine", "2027-03-31")));
        assertRefused(Kind.NOT_FOUND, () -> this.service.set(this.dora, draft(this.secret, "Not mine", "2027-03-31")));
        UUID id = set(this.open, "One checklist", "2027-03-31");
        assertRefused(Kind.FORBIDDEN, () -> this.service.delete(this.bert, WIKI, id));
        this.service.delete(this.anna, WIKI, id);
        assertRefused(Kind.NOT_FOUND, () -> get(this.anna, id));
        assertThat(titles(this.anna, this.open)).isEmpty();
    }

    @Test
    void tenPeopleTickTenItemsAtOnce() throws Exception
    {
        String items = IntStream.range(0, 10).mapToObj(i -> "Item " + i).collect(Collectors.joining("\n"));
        Draft draft = with(draft(this.open, "Ten items", "2027-03-31"), items, "");
        this.service.set(this.anna, draft);
        atOnce(20, i -> this.service.tick(i % 2 == 0 ? this.bert : this.cleo, WIKI, draft.id(), "Item " + i / 2, true));

        Milestone shown = get(this.anna, draft.id());
        assertThat(shown.items()).allMatch(Item::isDone);
        assertThat(shown.progress().percent()).isEqualTo(100);
        assertThat(this.wiki.get(Ledger.class).about(WIKI, draft.id()))
            .filteredOn(entry -> entry.is(MilestoneActs.TICKED)).hasSize(10);
        this.service.tick(this.cleo, WIKI, draft.id(), "Item 3", false);
        this.service.tick(this.cleo, WIKI, draft.id(), "Item 3", false);
        assertThat(get(this.anna, draft.id()).progress().percent()).isEqualTo(90);
        assertRefused(Kind.CONFLICT, () -> this.service.tick(this.cleo, WIKI, draft.id(), "Item 33", true));
        assertRefused(Kind.FORBIDDEN, () -> this.service.tick(this.dora, WIKI, draft.id(), "Item 3", true));
    }

    private static void atOnce(int number, Work work) throws Exception
    {
        ExecutorService windows = Executors.newFixedThreadPool(number);
        List<Future<Void>> answers = windows.invokeAll(IntStream.range(0, number).<Callable<Void>>mapToObj(i -> () -> {
            work.run(i);
            return null;
        }).toList());
        windows.shutdown();
        for (Future<Void> answer : answers) {
            answer.get();
        }
    }

    private interface Work
    {
        void run(int number) throws Exception;
    }

    @Test
    void aTickStaysWithItsTextWhenTheChecklistIsEdited() throws Exception
    {
        Draft draft = draft(this.open, "One checklist", "2027-03-31");
        this.service.set(this.anna, draft);
        this.service.tick(this.cleo, WIKI, draft.id(), "Write it down", true);
        this.service.tick(this.cleo, WIKI, draft.id(), "Ask the wards", true);
        this.service.edit(this.bert, with(draft, "Print it\nWrite it down\n\nWrite it down", ""),
            get(this.bert, draft.id()).version());

        Milestone shown = get(this.anna, draft.id());
        assertThat(shown.items()).extracting(Item::text).containsExactly("Print it", "Write it down");
        assertThat(shown.items()).extracting(Item::isDone).containsExactly(false, true);
        assertThat(shown.progress().percent()).isEqualTo(50);
    }

    @Test
    void countsTowardsANumber() throws Exception
    {
        Draft draft = with(draft(this.open, "Eight wards", "2027-03-31"), "", "8");
        this.service.set(this.anna, draft);
        this.service.progress(this.cleo, WIKI, draft.id(), "2,5", "0");
        this.service.progress(this.cleo, WIKI, draft.id(), "2.50", "0");
        Milestone shown = get(this.anna, draft.id());
        assertThat(shown.progress().done()).isEqualByComparingTo("2.5");
        assertThat(shown.progress().percent()).isEqualTo(31);
        assertThat(shown.progress().unit()).isEqualTo("wards");
        assertRefused(Kind.CONFLICT, () -> this.service.progress(this.bert, WIKI, draft.id(), "3", "0"));
        this.service.progress(this.bert, WIKI, draft.id(), "9", "2.5");
        assertThat(get(this.anna, draft.id()).progress().isComplete()).isTrue();
        assertThat(get(this.anna, draft.id()).progress().percent()).isEqualTo(100);
        for (String wrong : List.of("", "-1", "many", "1e3", "1.234")) {
            assertRefused(Kind.INVALID, () -> this.service.progress(this.bert, WIKI, draft.id(), wrong, ""));
        }
        UUID list = set(this.open, "A checklist", "2027-03-31");
        assertRefused(Kind.CONFLICT, () -> this.service.progress(this.bert, WIKI, list, "1", ""));
    }

    @Test
    void reachingItOnceCreditsEverybodyOnce() throws Exception
    {
        UUID id = set(this.open, "One checklist", "2027-03-31");
        atOnce(10, i -> this.service.state(this.bert, WIKI, id, new Change(State.REACHED, "", State.PLANNED)));

        assertThat(get(this.anna, id).state()).isEqualTo(State.REACHED);
        assertThat(get(this.anna, id).isCelebrated()).isTrue();
        assertThat(reached(id)).isEqualTo(1);
        assertThat(points(this.bert)).isEqualTo(10);
        assertThat(points(this.cleo)).isEqualTo(10);
        assertThat(points(this.anna)).isZero();

        state(this.anna, id, State.DELAYED, "Two wards are missing.");
        assertThat(get(this.dora, id).reason()).isEqualTo("Two wards are missing.");
        assertThat(points(this.bert)).isZero();
        assertThat(points(this.cleo)).isZero();
        state(this.anna, id, State.REACHED, "");
        assertThat(reached(id)).isEqualTo(2);
        assertThat(get(this.dora, id).reason()).isEmpty();
        assertThat(points(this.cleo)).isEqualTo(10);
        this.service.delete(this.anna, WIKI, id);
        assertThat(points(this.cleo)).isZero();
    }

    private long reached(UUID id)
    {
        return this.wiki.get(Ledger.class).about(WIKI, id).stream().filter(entry -> entry.is(MilestoneActs.REACHED))
            .count();
    }

    private int points(UserId person) throws CopException
    {
        return this.wiki.get(RecognitionService.class).contributions(person, WIKI).points();
    }

    @Test
    void theStateIsChangedByItsOwnerWithAReason() throws Exception
    {
        UUID id = set(this.open, "One checklist", "2027-03-31");
        for (UserId person : List.of(this.cleo, this.dora)) {
            assertRefused(Kind.FORBIDDEN, () -> state(person, id, State.UNDERWAY, ""));
        }
        assertRefused(Kind.INVALID, () -> state(this.bert, id, State.DELAYED, "  "));
        assertRefused(Kind.INVALID, () -> state(this.bert, id, State.DROPPED, "x".repeat(501)));
        assertRefused(Kind.INVALID, () -> state(this.bert, id, null, ""));
        state(this.bert, id, State.UNDERWAY, "");
        assertRefused(Kind.CONFLICT,
            () -> this.service.state(this.anna, WIKI, id, new Change(State.REACHED, "", State.PLANNED)));
        assertThat(get(this.anna, id).state()).isEqualTo(State.UNDERWAY);
    }

    @Test
    void announcesItToItsPeopleAndToWatchersOnce() throws Exception
    {
        LedgerConsumer consumer = this.wiki.get(LedgerConsumer.class, "notices");
        consumer.checkpoint();
        UUID id = set(this.open, "One checklist", "2027-03-31");
        consume(consumer);
        assertThat(notices(this.bert)).containsExactly("MILESTONE_ASSIGNED");
        state(this.bert, id, State.REACHED, "");
        consume(consumer);
        assertThat(notices(this.cleo)).containsExactlyInAnyOrder("MILESTONE_ASSIGNED", "MILESTONE_REACHED");
        assertThat(notices(this.bert)).as("who reached it").containsExactly("MILESTONE_ASSIGNED");
        state(this.bert, id, State.UNDERWAY, "");
        consume(consumer);
        assertThat(notices(this.cleo)).containsExactly("MILESTONE_ASSIGNED");
        state(this.bert, id, State.REACHED, "");
        consume(consumer);
        assertThat(notices(this.cleo)).as("no news the second time").containsExactly("MILESTONE_ASSIGNED");
        assertThat(notices(this.dora)).isEmpty();
    }

    private List<String> notices(UserId person) throws CopException
    {
        return this.wiki.get(NoticeService.class).list(person, WIKI, null, 10).items().stream()
            .map(notice -> notice.type()).toList();
    }

    @Test
    void aStaleEditGetsThePresentPage() throws Exception
    {
        Draft draft = draft(this.open, "One checklist", "2027-03-31");
        this.service.set(this.anna, draft);
        String version = get(this.anna, draft.id()).version();
        this.service.edit(this.bert, with(draft, "", "8"), version);
        assertThatThrownBy(() -> this.service.edit(this.anna, draft, version)).isInstanceOfSatisfying(CopException.class,
            refusal -> {
                assertThat(refusal.getKind()).isEqualTo(Kind.CONFLICT);
                assertThat(refusal.getCurrent()).isPresent();
            });
        assertRefused(Kind.FORBIDDEN, () -> this.service.edit(this.cleo, draft, version));
        assertThat(get(this.anna, draft.id()).progress().isNumber()).isTrue();
    }
}
