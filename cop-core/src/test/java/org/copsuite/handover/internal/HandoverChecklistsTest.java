/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.handover.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.handover.HandoverActs;
import org.copsuite.handover.HandoverService;
import org.copsuite.handover.HandoverService.Asked;
import org.copsuite.handover.HandoverService.Checklist;
import org.copsuite.handover.HandoverService.Plan;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.milestone.MilestoneService;
import org.copsuite.milestone.MilestoneService.Assignment;
import org.copsuite.milestone.MilestoneService.Change;
import org.copsuite.milestone.MilestoneService.Item;
import org.copsuite.milestone.MilestoneService.State;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** Checklists of handovers: making one, what is left of it, asking for one. */
@OnEveryDatabase
class HandoverChecklistsTest extends AbstractHandoverTest
{
    private static final String DAY = "2031-02-01";

    private final MilestoneService milestones = this.wiki.get(MilestoneService.class);

    private Plan plan(UUID id, UserId person, List<Assignment> items)
    {
        return new Plan(id, this.bakers, person, "Handover: Bert", "2031-03-31", this.bert, items);
    }

    private UUID made() throws CopException
    {
        UUID id = UUID.randomUUID();
        this.service.plan(this.boss, WIKI, plan(id, this.bert, List.of(new Assignment("Topic rye", this.cleo, DAY),
            new Assignment("Answer: why?", this.anna, "2031-01-01"), new Assignment("Page: ovens", null, ""))));
        return id;
    }

    private List<Checklist> checklists(UserId reader) throws CopException
    {
        return this.service.get(reader, WIKI, this.bakers, this.bert).checklists();
    }

    private static Kind kind(ThrowingCallable call)
    {
        CopException refusal = catchThrowableOfType(CopException.class, call);
        return refusal == null ? null : refusal.getKind();
    }

    @Test
    void aChecklistHasOwnersAndDatesAndSaysWhatIsPassedOn() throws Exception
    {
        UUID id = made();
        assertThat(this.milestones.get(this.cleo, WIKI, id).items())
            .extracting(Item::text, item -> item.owner() == null ? null : item.owner().id(), Item::due).containsExactly(
                tuple("Topic rye", this.cleo, LocalDate.parse(DAY)),
                tuple("Answer: why?", this.anna, LocalDate.parse("2031-01-01")), tuple("Page: ovens", null, null));
        for (UserId reader : List.of(this.boss, this.bert)) {
            assertThat(checklists(reader)).extracting(Checklist::id, Checklist::done, Checklist::items, Checklist::next)
                .containsExactly(tuple(id, 0, 3, LocalDate.parse("2031-01-01")));
        }
        this.milestones.tick(this.anna, WIKI, id, "Answer: why?", true);
        assertThat(checklists(this.boss)).extracting(Checklist::done, Checklist::next)
            .containsExactly(tuple(1, LocalDate.parse(DAY)));
        this.milestones.state(this.bert, WIKI, id, new Change(State.REACHED, "", null));
        assertThat(checklists(this.boss)).extracting(Checklist::state, Checklist::next)
            .containsExactly(tuple(State.REACHED, null));
        this.milestones.state(this.bert, WIKI, id, new Change(State.DROPPED, "He stays.", null));
        assertThat(checklists(this.boss)).isEmpty();
        assertThat(this.service.get(this.boss, WIKI, this.bakers, this.cleo).checklists()).isEmpty();
    }

    @Test
    void sendingTheFormTwiceMakesOne() throws Exception
    {
        Plan plan = plan(UUID.randomUUID(), this.bert, List.of(new Assignment("Topic rye", this.cleo, DAY)));
        PageId page = this.service.plan(this.boss, WIKI, plan);
        assertThat(this.service.plan(this.boss, WIKI, plan)).isEqualTo(page);
        assertThat(checklists(this.boss)).hasSize(1);
        assertThat(this.service.get(this.boss, WIKI, this.bakers, this.bert).things()).as("not handed over").isEmpty();
        this.milestones.delete(this.boss, WIKI, plan.id());
        assertThat(checklists(this.boss)).isEmpty();
    }

    @Test
    void onlyWhoPlansMilestonesAndReadsTheHandoverMakesOne() throws Exception
    {
        List<Assignment> items = List.of(new Assignment("Topic rye", this.cleo, DAY));
        for (UserId member : List.of(this.anna, this.bert)) {
            assertThat(kind(() -> this.service.plan(member, WIKI, plan(UUID.randomUUID(), this.bert, items))))
                .isEqualTo(Kind.FORBIDDEN);
        }
        for (UserId stranger : List.of(this.dora, UserId.GUEST)) {
            assertThat(kind(() -> this.service.plan(stranger, WIKI, plan(UUID.randomUUID(), this.bert, List.of()))))
                .isEqualTo(Kind.NOT_FOUND);
        }
        assertThat(kind(() -> this.service.plan(this.boss, WIKI, plan(UUID.randomUUID(), this.dora, items))))
            .as("no member").isEqualTo(Kind.NOT_FOUND);
        CommunityId other = this.wiki.found(this.boss, "Millers", Visibility.OPEN);
        UUID foreign = UUID.randomUUID();
        this.milestones.set(this.boss, new MilestoneService.Draft(foreign, WIKI, other, null, "Of the millers", "", DAY,
            null, List.of(), "Topic rye", "", ""));
        assertThat(kind(() -> this.service.plan(this.boss, WIKI, plan(foreign, this.bert, items))))
            .isEqualTo(Kind.NOT_FOUND);
        assertThat(checklists(this.boss)).isEmpty();
    }

    @Test
    void refusesWhatCannotBePassedOn() throws Exception
    {
        assertThat(refused(List.of())).containsExactly("items");
        assertThat(refused(List.of(new Assignment("x".repeat(201), null, "")))).contains("items");
        assertThat(refused(List.of(new Assignment("Topic rye", this.dora, "")))).contains("people");
        assertThat(refused(List.of(new Assignment("Topic rye", new UserId("xwiki:XWiki.<i>x</i>"), "")))).contains("people");
        assertThat(refused(List.of(new Assignment("Topic rye", this.cleo, "soon")))).containsExactly("assignments");
        assertThat(checklists(this.boss)).isEmpty();
    }

    private Set<String> refused(List<Assignment> items)
    {
        return catchThrowableOfType(CopException.class,
            () -> this.service.plan(this.boss, WIKI, plan(UUID.randomUUID(), this.bert, items))).getFields().keySet();
    }

    @Test
    void whoLeavesAsksWhoeverPlansOnceADay() throws Exception
    {
        LedgerConsumer consumer = this.wiki.get(LedgerConsumer.class, "notices");
        Ledger ledger = this.wiki.get(Ledger.class);
        consumer.consume(ledger.after(consumer.checkpoint(), 500));
        assertThat(this.service.get(this.bert, WIKI, this.bakers, this.bert)).matches(HandoverService.Handover::mayAsk)
            .matches(handover -> !handover.asked());
        this.service.ask(this.bert, WIKI, this.bakers);
        this.service.ask(this.bert, WIKI, this.bakers);
        UUID handover = HandoverActs.handover(this.bakers, this.bert);
        assertThat(ledger.about(WIKI, handover)).hasSize(1);
        assertThat(this.service.get(this.bert, WIKI, this.bakers, this.bert).asked()).isTrue();

        consumer.consume(ledger.after(consumer.checkpoint(), 500));
        assertThat(asked(this.boss)).extracting(NoticeView::title, one -> one.page().name(), NoticeView::anchor)
            .containsExactly(tuple("Bakers", "Handover", "cop-handover-" + handover));
        for (UserId other : List.of(this.anna, this.bert, this.cleo, this.dora)) {
            assertThat(asked(other)).isEmpty();
        }
        assertThat(this.service.asked(this.boss, WIKI, handover)).isEqualTo(new Asked(this.bakers, this.bert));
        assertThat(this.service.asked(this.bert, WIKI, handover)).isEqualTo(new Asked(this.bakers, this.bert));
        for (UserId other : List.of(this.anna, this.dora, UserId.GUEST)) {
            assertThat(kind(() -> this.service.asked(other, WIKI, handover))).isEqualTo(Kind.NOT_FOUND);
            assertThat(kind(() -> this.service.asked(other, WIKI, UUID.randomUUID()))).isEqualTo(Kind.NOT_FOUND);
        }
        for (UserId stranger : List.of(this.dora, UserId.GUEST)) {
            assertThat(kind(() -> this.service.ask(stranger, WIKI, this.bakers))).isEqualTo(Kind.NOT_FOUND);
        }
    }

    private List<NoticeView> asked(UserId person) throws CopException
    {
        return this.wiki.get(NoticeService.class).list(person, WIKI, null, 10).items().stream()
            .filter(notice -> notice.type().equals("HANDOVER_ASKED")).toList();
    }

    @Test
    void whoPlansIsOfferedTheMembers() throws Exception
    {
        assertThat(this.service.get(this.boss, WIKI, this.bakers, this.bert).near()).extracting(person -> person.id())
            .contains(this.anna, this.cleo).doesNotContain(this.bert, this.dora);
        assertThat(this.service.get(this.bert, WIKI, this.bakers, this.bert).near()).isEmpty();
    }
}
