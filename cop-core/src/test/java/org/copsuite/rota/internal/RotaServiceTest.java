/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rota.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.Projection;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.person.Absences;
import org.copsuite.person.Persons.Imported;
import org.copsuite.rota.RotaService;
import org.copsuite.rota.RotaService.Plan;
import org.copsuite.rota.RotaService.Rota;
import org.copsuite.rota.RotaService.SwapDraft;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@OnEveryDatabase
class RotaServiceTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private TestWiki wiki = new TestWiki();

    private RotaService service = this.wiki.get(RotaService.class);

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId anna = this.wiki.account("anna");

    private final UserId bert = this.wiki.account("bert");

    private final UserId carl = this.wiki.account("carl");

    private final UserId stranger = this.wiki.account("stranger");

    private final CommunityId open = new CommunityId(UUID.randomUUID());

    private final CommunityId hidden = new CommunityId(UUID.randomUUID());

    @BeforeEach
    void found() throws Exception
    {
        found(this.open, Visibility.OPEN);
        found(this.hidden, Visibility.PRIVATE);
    }

    private void found(CommunityId id, Visibility visibility) throws Exception
    {
        CommunityService communities = this.wiki.get(CommunityService.class);
        communities.found(this.boss, new CommunityDraft(id, WIKI, "Readers " + visibility, "We read.", List.of(), visibility));
        for (UserId member : List.of(this.anna, this.bert, this.carl)) {
            communities.appoint(this.boss, id, member, Role.MEMBER);
        }
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private Plan plan(CommunityId community, String title, LocalDate first, int every, UserId... people)
    {
        return new Plan(WIKI, community, title, first, every, List.of(people));
    }

    private Plan usual()
    {
        return plan(this.open, "Reading circle", TODAY.plusDays(3), 7, this.anna, this.bert, this.carl);
    }

    private Rota get(UserId reader) throws Exception
    {
        return this.service.of(reader, WIKI, this.open).orElseThrow();
    }

    private List<String> leaders(int number) throws Exception
    {
        List<String> leaders = new ArrayList<>();
        get(this.anna).turns().subList(0, number)
            .forEach(turn -> leaders.add(turn.leader() == null ? "nobody" : turn.leader().name()));
        return leaders;
    }

    private static void kind(Kind kind, ThrowingCallable call)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getKind()).isEqualTo(kind));
    }

    private static void field(String field, String key, ThrowingCallable call)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class, refusal -> assertThat(refusal.getFields())
            .hasEntrySatisfying(field, message -> assertThat(message.key()).isEqualTo(key)));
    }

    private LedgerConsumer consumer()
    {
        return this.wiki.get(LedgerConsumer.class, "notices");
    }

    private List<NoticeView> notices(UserId person) throws Exception
    {
        consumer().consume(this.wiki.get(Ledger.class).after(consumer().checkpoint(), 500));
        return this.wiki.get(NoticeService.class).list(person, WIKI, null, 20).items();
    }

    private void remind()
    {
        this.wiki.get(MaintenanceTask.class, "rotas").run();
    }

    @Test
    void facilitatorsPlanAndEverybodySees() throws Exception
    {
        assertThat(this.service.of(this.anna, WIKI, this.open)).isEmpty();
        this.service.plan(this.boss, usual(), "");
        this.service.plan(this.boss, usual(), "");

        Rota rota = get(UserId.GUEST);
        assertThat(rota.title()).isEqualTo("Reading circle");
        assertThat(rota.turns()).hasSize(RotaService.DATES);
        assertThat(rota.turns().get(0).day()).isEqualTo(TODAY.plusDays(3));
        assertThat(rota.mayPlan()).isFalse();
        assertThat(get(this.boss).mayPlan()).isTrue();
        assertThat(leaders(4)).containsExactly("Anna", "Bert", "Carl", "Anna");
        assertThat(get(this.anna).mine()).hasSize(4);

        this.service.end(this.boss, WIKI, this.open);
        this.service.end(this.boss, WIKI, this.open);
        assertThat(this.service.of(this.anna, WIKI, this.open)).isEmpty();
        this.service.plan(this.boss, usual(), "");
        assertThat(get(this.anna).title()).isEqualTo("Reading circle");
    }

    @Test
    void aStaleEditIsAConflictWithTheOtherText() throws Exception
    {
        this.service.plan(this.boss, usual(), "");
        String version = get(this.boss).version();
        this.service.plan(this.boss, plan(this.open, "Evening circle", TODAY, 14, this.bert, this.anna), version);

        Plan mine = plan(this.open, "Morning circle", TODAY, 1, this.anna);
        CopException stale = catchThrowableOfType(CopException.class, () -> this.service.plan(this.boss, mine, version));
        assertThat(stale.getKind()).isEqualTo(Kind.CONFLICT);
        assertThat(stale.getCurrent()).hasValueSatisfying(page -> {
            assertThat(page.title()).isEqualTo("Evening circle");
            assertThat(page.content()).contains("Bert\nAnna");
        });
        this.service.plan(this.boss, mine, stale.getCurrent().orElseThrow().version());
        assertThat(get(this.anna).title()).isEqualTo("Morning circle");
        kind(Kind.CONFLICT, () -> this.service.plan(this.boss, usual(), ""));
        this.service.end(this.boss, WIKI, this.open);
        kind(Kind.CONFLICT, () -> this.service.plan(this.boss, usual(), version));
    }

    @Test
    void plansAreBounded() throws Exception
    {
        UserId imported = Imported.idOf("x", "1");
        field("title", "cop.rota.error.title.blank", () -> this.service.plan(this.boss,
            plan(this.open, " ", TODAY, 7, this.anna), ""));
        field("title", "cop.rota.error.title.long", () -> this.service.plan(this.boss,
            plan(this.open, "x".repeat(121), TODAY, 7, this.anna), ""));
        field("first", "cop.rota.error.first", () -> this.service.plan(this.boss,
            plan(this.open, "Circle", null, 7, this.anna), ""));
        for (LocalDate day : List.of(TODAY.plusYears(2), TODAY.minusYears(2), LocalDate.MAX, LocalDate.MIN)) {
            field("first", "cop.rota.error.first.far", () -> this.service.plan(this.boss,
                plan(this.open, "Circle", day, 7, this.anna), ""));
        }
        for (int every : new int[] {0, -1, 367, Integer.MAX_VALUE}) {
            field("every", "cop.rota.error.every", () -> this.service.plan(this.boss,
                plan(this.open, "Circle", TODAY, every, this.anna), ""));
        }
        field("people", "cop.rota.error.people.none", () -> this.service.plan(this.boss,
            plan(this.open, "Circle", TODAY, 7), ""));
        field("people", "cop.rota.error.people.twice", () -> this.service.plan(this.boss,
            plan(this.open, "Circle", TODAY, 7, this.anna, this.anna), ""));
        for (UserId other : List.of(this.stranger, imported, UserId.GUEST, new UserId("xwiki:XWiki.nobody"))) {
            field("people", "cop.rota.error.member", () -> this.service.plan(this.boss,
                plan(this.open, "Circle", TODAY, 7, other), ""));
        }
    }

    @Test
    void othersPlanNothing() throws Exception
    {
        Plan plan = plan(this.hidden, "Circle", TODAY, 7, this.stranger);
        kind(Kind.NOT_FOUND, () -> this.service.plan(this.stranger, plan, ""));
        kind(Kind.NOT_FOUND, () -> this.service.plan(UserId.GUEST, plan, ""));
        kind(Kind.FORBIDDEN, () -> this.service.plan(this.anna, plan, ""));
        kind(Kind.SIGN_IN, () -> this.service.plan(UserId.GUEST, usual(), ""));
        kind(Kind.FORBIDDEN, () -> this.service.plan(this.stranger, usual(), ""));
        kind(Kind.FORBIDDEN, () -> this.service.end(this.anna, WIKI, this.open));
        kind(Kind.NOT_FOUND, () -> this.service.of(this.stranger, WIKI, this.hidden));
        kind(Kind.NOT_FOUND, () -> this.service.of(UserId.GUEST, WIKI, this.hidden));
    }

    @Test
    void whoIsAwayOrGoneIsSkipped() throws Exception
    {
        this.service.plan(this.boss, usual(), "");
        this.wiki.get(Absences.class).set(this.bert, WIKI, TODAY, TODAY.plusDays(12));
        assertThat(leaders(3)).containsExactly("Anna", "Carl", "Carl");
        assertThat(get(this.anna).turns().get(1).instead().name()).isEqualTo("Bert");
        assertThat(get(UserId.GUEST).turns().get(1).instead()).as("guests do not learn who is away").isNull();

        this.wiki.get(Absences.class).end(this.bert, WIKI);
        assertThat(leaders(3)).containsExactly("Anna", "Bert", "Carl");
        this.wiki.get(CommunityService.class).leave(this.anna, this.open);
        assertThat(leaders(4)).containsExactly("Bert", "Bert", "Carl", "Carl");
    }

    @Test
    void twoMembersSwapOnce() throws Exception
    {
        this.service.plan(this.boss, usual(), "");
        consumer().checkpoint();
        LocalDate first = TODAY.plusDays(3);
        SwapDraft draft = new SwapDraft(UUID.randomUUID(), first, first.plusDays(7));
        this.service.propose(this.anna, WIKI, this.open, draft);
        this.service.propose(this.anna, WIKI, this.open, draft);
        assertThat(notices(this.bert)).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("rota_swap");
            assertThat(notice.title()).isEqualTo(first.plusDays(7) + ": Reading circle");
        });
        assertThat(get(this.bert).swaps()).singleElement().matches(swap -> swap.mayAnswer() && !swap.mayWithdraw());
        assertThat(get(this.anna).swaps()).singleElement().matches(swap -> !swap.mayAnswer() && swap.mayWithdraw());
        assertThat(get(this.carl).swaps()).isEmpty();

        kind(Kind.FORBIDDEN, () -> this.service.answer(this.carl, WIKI, this.open, draft.id(), true));
        kind(Kind.FORBIDDEN, () -> this.service.answer(this.anna, WIKI, this.open, draft.id(), true));
        kind(Kind.NOT_FOUND, () -> this.service.answer(this.bert, WIKI, this.hidden, draft.id(), true));
        kind(Kind.NOT_FOUND, () -> this.service.answer(this.bert, WIKI, this.open, UUID.randomUUID(), true));
        this.service.answer(this.bert, WIKI, this.open, draft.id(), true);
        this.service.answer(this.bert, WIKI, this.open, draft.id(), true);
        assertThat(leaders(3)).containsExactly("Bert", "Anna", "Carl");
        assertThat(notices(this.anna)).singleElement().satisfies(notice -> assertThat(notice.key()).isEqualTo("rota_swapped"));
        kind(Kind.CONFLICT, () -> this.service.answer(this.bert, WIKI, this.open, draft.id(), false));
        kind(Kind.CONFLICT, () -> this.service.withdraw(this.anna, WIKI, this.open, draft.id()));

        Projection projection = this.wiki.get(Projection.class, "rotas");
        this.wiki.get(Ledger.class).write(tx -> projection.rebuild(tx.session(), WIKI,
            projection.keys(tx.session(), WIKI, "", 10).get(0)));
        assertThat(leaders(3)).containsExactly("Bert", "Anna", "Carl");

        this.service.plan(this.boss, plan(this.open, "New name", first, 7, this.anna, this.bert, this.carl),
            get(this.boss).version());
        assertThat(leaders(2)).as("another name keeps swaps").containsExactly("Bert", "Anna");
        this.service.plan(this.boss, plan(this.open, "New name", first, 7, this.carl, this.bert, this.anna),
            get(this.boss).version());
        assertThat(leaders(2)).as("another order ends them").containsExactly("Carl", "Bert");
    }

    @Test
    void proposalsAreDeclinedAndWithdrawn() throws Exception
    {
        this.service.plan(this.boss, usual(), "");
        consumer().checkpoint();
        LocalDate first = TODAY.plusDays(3);
        SwapDraft draft = new SwapDraft(UUID.randomUUID(), first, first.plusDays(7));
        this.service.propose(this.anna, WIKI, this.open, draft);
        kind(Kind.CONFLICT, () -> this.service.propose(this.anna, WIKI, this.open,
            new SwapDraft(UUID.randomUUID(), first, first.plusDays(14))));
        kind(Kind.NOT_FOUND, () -> this.service.propose(this.bert, WIKI, this.open, draft));
        this.service.answer(this.bert, WIKI, this.open, draft.id(), false);
        assertThat(notices(this.anna)).singleElement().satisfies(notice -> assertThat(notice.key()).isEqualTo("rota_declined"));
        assertThat(get(this.bert).swaps()).isEmpty();

        SwapDraft second = new SwapDraft(UUID.randomUUID(), first, first.plusDays(14));
        this.service.propose(this.anna, WIKI, this.open, second);
        kind(Kind.FORBIDDEN, () -> this.service.withdraw(this.carl, WIKI, this.open, second.id()));
        this.service.withdraw(this.anna, WIKI, this.open, second.id());
        this.service.withdraw(this.anna, WIKI, this.open, second.id());
        kind(Kind.CONFLICT, () -> this.service.answer(this.carl, WIKI, this.open, second.id(), true));

        SwapDraft third = new SwapDraft(UUID.randomUUID(), first, first.plusDays(14));
        this.service.propose(this.anna, WIKI, this.open, third);
        this.wiki.get(Absences.class).set(this.carl, WIKI, TODAY, TODAY.plusDays(60));
        kind(Kind.CONFLICT, () -> this.service.answer(this.carl, WIKI, this.open, third.id(), true));
    }

    @Test
    void proposalsAreBounded() throws Exception
    {
        LocalDate first = TODAY.plusDays(3);
        kind(Kind.NOT_FOUND, () -> this.service.propose(this.anna, WIKI, this.open,
            new SwapDraft(UUID.randomUUID(), first, first.plusDays(7))));
        this.service.plan(this.boss, usual(), "");
        kind(Kind.SIGN_IN, () -> this.service.propose(UserId.GUEST, WIKI, this.open,
            new SwapDraft(UUID.randomUUID(), first, first.plusDays(7))));
        kind(Kind.FORBIDDEN, () -> this.service.propose(this.stranger, WIKI, this.open,
            new SwapDraft(UUID.randomUUID(), first, first.plusDays(7))));
        kind(Kind.NOT_FOUND, () -> this.service.propose(this.stranger, WIKI, this.hidden,
            new SwapDraft(UUID.randomUUID(), null, null)));
        field("mine", "cop.rota.error.date", () -> this.service.propose(this.anna, WIKI, this.open,
            new SwapDraft(UUID.randomUUID(), null, first)));
        field("mine", "cop.rota.error.date", () -> this.service.propose(this.anna, WIKI, this.open,
            new SwapDraft(UUID.randomUUID(), first.plusDays(1), first)));
        field("mine", "cop.rota.error.mine", () -> this.service.propose(this.anna, WIKI, this.open,
            new SwapDraft(UUID.randomUUID(), first.plusDays(7), first)));
        field("theirs", "cop.rota.error.theirs", () -> this.service.propose(this.anna, WIKI, this.open,
            new SwapDraft(UUID.randomUUID(), first, first.plusDays(21))));
    }

    @Test
    void eachLeaderIsToldOnceOfADate() throws Exception
    {
        this.service.plan(this.boss, usual(), "");
        consumer().checkpoint();
        remind();
        remind();
        assertThat(notices(this.anna)).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("rota_soon");
            assertThat(notice.title()).isEqualTo(TODAY.plusDays(3) + ": Reading circle");
        });
        assertThat(notices(this.bert)).isEmpty();

        this.wiki.get(Absences.class).set(this.anna, WIKI, TODAY, TODAY.plusDays(30));
        remind();
        assertThat(notices(this.bert)).as("takes the date over").hasSize(1);
        this.service.end(this.boss, WIKI, this.open);
        remind();
        assertThat(notices(this.anna)).isEmpty();
    }

    @Test
    void afterAKillEachIsToldOnce() throws Exception
    {
        this.service.plan(this.boss, usual(), "");
        consumer().checkpoint();
        remind();
        this.wiki = this.wiki.afterItWasKilled();
        remind();
        assertThat(notices(this.anna)).hasSize(1);
    }

    @Test
    void aRotaIsReadInAFewStatements() throws Exception
    {
        this.service.plan(this.boss, usual(), "");
        Map<String, Rota> warm = Map.of("a", get(this.anna));
        assertThat(warm).isNotEmpty();
        this.wiki.database().startCounting();
        get(this.anna);
        assertThat(this.wiki.database().statements()).isLessThanOrEqualTo(8);
    }
}
