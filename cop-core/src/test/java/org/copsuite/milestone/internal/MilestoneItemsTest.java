/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.Projection;
import org.copsuite.milestone.MilestoneActs;
import org.copsuite.milestone.MilestoneService.Assignment;
import org.copsuite.milestone.MilestoneService.Draft;
import org.copsuite.milestone.MilestoneService.Item;
import org.copsuite.milestone.MilestoneService.Milestone;
import org.copsuite.milestone.MilestoneService.Seen;
import org.copsuite.notice.NoticeService;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The owners and dates of items of a checklist. Bert is responsible for the milestone, Cleo works on it. */
@OnEveryDatabase
class MilestoneItemsTest extends AbstractMilestoneTest
{
    private static final String WRITE = "Write it down";

    private static final String WARDS = "Ask the wards";

    private static final String DAY = "2031-02-01";

    /** A member whom the milestone does not name. */
    private final UserId emil = this.wiki.account("emil");

    private UUID id;

    @BeforeEach
    void set() throws Exception
    {
        for (CommunityId community : List.of(this.open, this.secret)) {
            this.wiki.get(CommunityService.class).appoint(this.boss, community, this.emil, Role.MEMBER);
        }
        this.id = set(this.open, "One checklist", "2031-03-31");
    }

    private void give(UserId actor, String item, UserId owner, String due) throws CopException
    {
        this.service.assign(actor, WIKI, this.id, new Assignment(item, owner, due), null);
    }

    private void take(UserId actor, String item) throws CopException
    {
        this.service.assign(actor, WIKI, this.id, new Assignment(item, actor, null), new Seen(null));
    }

    private void handBack(UserId actor, String item) throws CopException
    {
        this.service.assign(actor, WIKI, this.id, new Assignment(item, null, null), new Seen(actor));
    }

    private Item item(UserId reader, String text) throws CopException
    {
        return get(reader, this.id).items().stream().filter(one -> one.text().equals(text)).findFirst().orElseThrow();
    }

    private UserId owner(String text) throws CopException
    {
        Item item = item(this.anna, text);
        return item.owner() == null ? null : item.owner().id();
    }

    private long entries(UUID milestone)
    {
        return this.wiki.get(Ledger.class).about(WIKI, milestone).stream()
            .filter(entry -> entry.is(MilestoneActs.ITEM_ASSIGNED) || entry.is(MilestoneActs.ITEM_RETURNED)).count();
    }

    private List<String> notices(UserId person) throws CopException
    {
        return this.wiki.get(NoticeService.class).list(person, WIKI, null, 10).items().stream()
            .map(notice -> notice.type()).toList();
    }

    private LedgerConsumer fromNow() throws Exception
    {
        LedgerConsumer consumer = this.wiki.get(LedgerConsumer.class, "notices");
        consumer.consume(this.wiki.get(Ledger.class).after(consumer.checkpoint(), 500));
        return consumer;
    }

    @Test
    void whoeverGetsAnItemWorksOnTheMilestone() throws Exception
    {
        assertRefused(Kind.FORBIDDEN, () -> this.service.tick(this.emil, WIKI, this.id, WRITE, true));
        give(this.anna, WRITE, this.emil, DAY);
        assertThat(owner(WRITE)).isEqualTo(this.emil);
        assertThat(item(this.emil, WRITE).due()).isEqualTo(LocalDate.parse(DAY));
        assertThat(item(this.emil, WRITE).mine()).isTrue();
        assertThat(item(this.cleo, WRITE).mine()).isFalse();
        assertThat(get(this.emil, this.id).may().work()).isTrue();
        assertThat(get(this.emil, this.id).may().edit()).isFalse();
        assertThat(get(this.anna, this.id).nextDue()).isEqualTo(LocalDate.parse(DAY));
        this.service.tick(this.emil, WIKI, this.id, WRITE, true);
        assertThat(item(this.anna, WRITE).isDone()).isTrue();
        assertThat(get(this.anna, this.id).nextDue()).isEqualTo(LocalDate.parse("2031-03-31"));

        give(this.bert, WRITE, null, "");
        assertThat(item(this.anna, WRITE).due()).isNull();
        assertThat(owner(WRITE)).isNull();
        assertRefused(Kind.FORBIDDEN, () -> this.service.tick(this.emil, WIKI, this.id, WRITE, false));
    }

    @Test
    void anItemIsOverdueUntilItIsDone() throws Exception
    {
        give(this.anna, WRITE, null, "2020-01-01");
        assertThat(item(this.dora, WRITE).isOverdue()).isTrue();
        this.service.tick(this.bert, WIKI, this.id, WRITE, true);
        assertThat(item(this.dora, WRITE).isOverdue()).isFalse();
    }

    @Test
    void onlyWhoTakesPartGetsAnItem() throws Exception
    {
        for (UserId nobody : List.of(this.dora, new UserId("xwiki:XWiki.<b>nobody</b>"), UserId.ANONYMOUS)) {
            assertThatThrownBy(() -> give(this.anna, WRITE, nobody, DAY)).isInstanceOfSatisfying(CopException.class,
                refusal -> assertThat(refusal.getFields()).containsOnlyKeys("owner"));
        }
        assertThatThrownBy(() -> give(this.anna, WRITE, this.emil, "soon")).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getFields()).containsOnlyKeys("due"));
        for (String foreign : List.of("Not there", "", "x".repeat(5000))) {
            assertRefused(Kind.CONFLICT, () -> give(this.anna, foreign, this.emil, DAY));
        }
        for (UserId person : List.of(this.cleo, this.emil, this.dora)) {
            assertRefused(Kind.FORBIDDEN, () -> give(person, WRITE, this.bert, DAY));
            assertRefused(Kind.FORBIDDEN, () -> give(person, WRITE, person, DAY));
        }
        assertRefused(Kind.FORBIDDEN, () -> take(this.emil, WRITE));
        assertRefused(Kind.SIGN_IN, () -> take(UserId.GUEST, WRITE));
        UUID hidden = set(this.secret, "Behind the door", DAY);
        assertRefused(Kind.NOT_FOUND, () -> this.service.assign(this.dora, WIKI, hidden,
            new Assignment(WRITE, this.bert, "soon"), null));
        assertThat(entries(this.id)).isZero();
    }

    @Test
    void whoWorksTakesWhatNobodyHasAndHandsItBackQuietly() throws Exception
    {
        LedgerConsumer consumer = fromNow();
        give(this.anna, WRITE, null, DAY);
        take(this.cleo, WRITE);
        take(this.cleo, WRITE);
        assertThat(owner(WRITE)).isEqualTo(this.cleo);
        assertThat(item(this.anna, WRITE).due()).as("the date stays").isEqualTo(LocalDate.parse(DAY));
        assertThat(entries(this.id)).isEqualTo(2);
        give(this.anna, WARDS, this.emil, "");
        assertRefused(Kind.CONFLICT, () -> take(this.emil, WRITE));
        assertRefused(Kind.CONFLICT, () -> give(this.emil, WRITE, this.emil, null));
        assertRefused(Kind.CONFLICT, () -> handBack(this.emil, WRITE));
        assertThat(owner(WRITE)).isEqualTo(this.cleo);

        handBack(this.emil, WARDS);
        handBack(this.emil, WARDS);
        assertThat(owner(WARDS)).isNull();
        handBack(this.cleo, WRITE);
        assertThat(item(this.anna, WRITE).due()).isEqualTo(LocalDate.parse(DAY));
        consume(consumer);
        assertThat(notices(this.bert)).filteredOn("MILESTONE_RETURNED"::equals).as("the last one").hasSize(1);
        assertThat(notices(this.anna)).doesNotContain("MILESTONE_RETURNED");
    }

    @Test
    void aStaleFormIsAConflict() throws Exception
    {
        give(this.anna, WRITE, this.emil, "");
        assertRefused(Kind.CONFLICT, () -> this.service.assign(this.bert, WIKI, this.id,
            new Assignment(WRITE, this.cleo, ""), new Seen(null)));
        this.service.assign(this.bert, WIKI, this.id, new Assignment(WRITE, this.cleo, ""), new Seen(this.emil));
        assertThat(owner(WRITE)).isEqualTo(this.cleo);
    }

    @Test
    void severalItemsAreOneNotice() throws Exception
    {
        LedgerConsumer consumer = fromNow();
        give(this.anna, WRITE, this.emil, DAY);
        give(this.anna, WARDS, this.emil, "");
        give(this.anna, WARDS, this.emil, DAY);
        consume(consumer);
        assertThat(notices(this.emil)).containsExactly("MILESTONE_ITEM");
        assertThat(notices(this.anna)).isEmpty();
    }

    @Test
    void anOwnerStaysWithTheTextOfTheItem() throws Exception
    {
        give(this.anna, WRITE, this.emil, DAY);
        Draft draft = draft(this.open, "One checklist", "2031-03-31");
        Draft edited = new Draft(this.id, WIKI, this.open, null, draft.title(), "", draft.due(), this.bert,
            List.of(this.cleo), "Print it\n" + WRITE, "", "", List.of(new Assignment("Print it", this.emil, DAY)));
        this.service.edit(this.bert, edited, get(this.bert, this.id).version());
        assertThat(owner(WRITE)).isEqualTo(this.emil);
        assertThat(owner("Print it")).as("an edit gives nothing").isNull();
        this.service.edit(this.bert, with(edited, "Print it", ""), get(this.bert, this.id).version());
        assertThat(get(this.emil, this.id).may().work()).isFalse();
    }

    @Test
    void aNewMilestoneComesWithOwnersAndDates() throws Exception
    {
        LedgerConsumer consumer = fromNow();
        Draft draft = withItems(List.of(new Assignment(WRITE, this.cleo, DAY), new Assignment(WARDS, this.emil, ""),
            new Assignment("Train everybody", this.emil, "2031-02-02"), new Assignment(WRITE, this.emil, "")));
        PageId page = this.service.set(this.anna, draft);
        assertThat(this.service.set(this.anna, draft)).as("a second click").isEqualTo(page);
        assertThat(get(this.anna, draft.id()).items()).extracting(item -> item.owner().id())
            .containsExactly(this.emil, this.cleo, this.emil);
        assertThat(entries(draft.id())).isEqualTo(3);
        consume(consumer);
        assertThat(notices(this.emil)).containsExactly("MILESTONE_ITEM");
        assertThat(notices(this.cleo)).as("named once").containsOnly("MILESTONE_ASSIGNED");
        assertThat(this.service.checklists(this.anna, WIKI, List.of(draft.id(), this.id)).get(draft.id()).nextDue())
            .isEqualTo(LocalDate.parse(DAY));
    }

    private Draft withItems(List<Assignment> items)
    {
        Draft draft = draft(this.open, "With owners", "2031-03-31");
        return new Draft(draft.id(), WIKI, this.open, null, draft.title(), "", draft.due(), this.bert, List.of(this.cleo),
            ITEMS, "", "", items);
    }

    @Test
    void nothingIsSetIfAnItemIsRefused() throws Exception
    {
        for (Assignment wrong : List.of(new Assignment(WRITE, this.dora, ""), new Assignment(WRITE, null, "soon"),
            new Assignment("Not there", this.emil, ""), new Assignment(WRITE, new UserId("nobody"), ""))) {
            Draft draft = withItems(List.of(new Assignment(WARDS, this.cleo, DAY), wrong));
            assertThatThrownBy(() -> this.service.set(this.anna, draft)).isInstanceOfSatisfying(CopException.class,
                refusal -> assertThat(refusal.getFields()).containsOnlyKeys("assignments"));
            assertRefused(Kind.NOT_FOUND, () -> get(this.anna, draft.id()));
        }
    }

    @Test
    void aRebuildGivesTheSameOwners() throws Exception
    {
        give(this.anna, WRITE, this.emil, DAY);
        give(this.anna, WARDS, this.cleo, DAY);
        handBack(this.cleo, WARDS);
        give(this.anna, "Train everybody", this.cleo, "");
        handBack(this.cleo, "Train everybody");
        Milestone before = get(this.anna, this.id);
        this.wiki.database().execute("update cop_milestone_item set owned_by = 'nobody', due_day = 1");
        this.wiki.get(Ledger.class).write(tx -> this.wiki.get(Projection.class, "milestones").rebuild(tx.session(), WIKI,
            this.id.toString()));
        assertThat(get(this.anna, this.id)).isEqualTo(before);
        assertThat(this.wiki.get(Ledger.class).<Long>read(session -> session
            .createQuery("select count(id) from MilestoneItemRow", Long.class).getSingleResult())).isEqualTo(2);
    }

    @Test
    void manyOwnersCostTheSameStatements() throws Exception
    {
        long few = statements(this.id);
        List<String> texts = IntStream.range(0, 50).mapToObj(i -> "Item " + i).toList();
        Draft draft = draft(this.open, "Fifty items", "2031-03-31");
        Draft many = new Draft(draft.id(), WIKI, this.open, null, draft.title(), "", draft.due(), this.bert,
            List.of(this.cleo), texts.stream().collect(Collectors.joining("\n")), "", "",
            texts.stream().map(text -> new Assignment(text, this.emil, DAY)).toList());
        this.service.set(this.anna, many);
        assertThat(statements(many.id())).isLessThanOrEqualTo(few);
    }

    private long statements(UUID milestone) throws CopException
    {
        this.wiki.database().startCounting();
        get(this.cleo, milestone);
        return this.wiki.database().statements();
    }
}
