/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.charter.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.charter.CharterActs;
import org.copsuite.charter.CharterService;
import org.copsuite.charter.CharterService.Charter;
import org.copsuite.charter.CharterService.ObjectiveDraft;
import org.copsuite.charter.Objective;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityDraft;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.Projection;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.page.PageType;
import org.copsuite.page.PageWriter;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@OnEveryDatabase
class CharterServiceTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private final TestWiki wiki = new TestWiki();

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId fay = this.wiki.account("fay");

    private final UserId anna = this.wiki.account("anna");

    private final CharterService service = this.wiki.get(CharterService.class);

    private final CommunityService communities = this.wiki.get(CommunityService.class);

    private CommunityId open;

    private CommunityId secret;

    /** Fay runs both communities; Anna is a member of the open one. */
    @BeforeEach
    void found() throws Exception
    {
        this.open = community("Databases", Visibility.OPEN);
        this.secret = community("Behind the door", Visibility.PRIVATE);
        this.communities.appoint(this.boss, this.open, this.anna, Role.MEMBER);
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    private CommunityId community(String title, Visibility visibility) throws CopException
    {
        CommunityId id = this.communities.found(this.boss, new CommunityDraft(new CommunityId(UUID.randomUUID()), WIKI,
            title, "What it is for.", List.of("sql"), visibility)).id();
        this.communities.appoint(this.boss, id, this.fay, Role.FACILITATOR);
        return id;
    }

    private Charter read(UserId reader) throws CopException
    {
        return this.service.get(reader, this.communities.get(reader, WIKI, this.open));
    }

    private static ObjectiveDraft draft(UUID id, String title, String now, String version)
    {
        return new ObjectiveDraft(id, title, "answers within a day, in per cent", "", "90", now, "2027-03-31", version);
    }

    private Charter put(ObjectiveDraft draft) throws CopException
    {
        return this.service.put(this.fay, WIKI, this.open, draft);
    }

    private static CopException refusal(Kind kind, ThrowingCallable call)
    {
        CopException[] refusal = new CopException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class, e -> refusal[0] = e);
        assertThat(refusal[0].getKind()).isEqualTo(kind);
        return refusal[0];
    }

    @Test
    void aCommunityWithoutACharterSaysNothing() throws Exception
    {
        Charter charter = read(this.anna);
        assertThat(charter.isBlank()).isTrue();
        assertThat(charter.page()).isNull();
        assertThat(charter.version()).isEmpty();
        assertThat(charter.mayEdit()).isFalse();
        assertThat(charter.community().purpose()).isEqualTo("What it is for.");
        assertThat(read(this.fay).mayEdit()).isTrue();
    }

    @Test
    void guidelinesAndObjectivesAreOnePageWithAHistory() throws Exception
    {
        Charter written = this.service.write(this.fay, WIKI, this.open, "Every question is **welcome**.", "");
        UUID id = UUID.randomUUID();
        put(draft(id, "Nobody waits", "45", ""));

        Charter charter = read(UserId.GUEST);
        assertThat(charter.guidelines()).isEqualTo("Every question is **welcome**.");
        assertThat(charter.objectives()).singleElement().isEqualTo(new Objective(id, "Nobody waits",
            "answers within a day, in per cent", BigDecimal.ZERO, new BigDecimal("90"), new BigDecimal("45"),
            LocalDate.of(2027, 3, 31)));
        assertThat(charter.objectives().get(0).percent()).isEqualTo(50);
        assertThat(charter.page()).hasToString("xwiki:Communities.databases.Charter");
        assertThat(charter.version()).isNotEqualTo(written.version());
        assertThat(this.wiki.pages().history(charter.page())).hasSize(2);
        assertThat(this.wiki.get(Ledger.class).about(WIKI, idOf(charter))).extracting(LedgerEntry::getActName)
            .containsExactly(CharterActs.WRITTEN.name(), CharterActs.CHANGED.name());
    }

    private UUID idOf(Charter charter)
    {
        return this.wiki.pages().load(charter.page()).flatMap(Page::object).map(PageObject::id).orElseThrow();
    }

    @Test
    void onlyWhoRunsTheCommunityWritesAndNobodyElseLearnsOfAPrivateOne() throws Exception
    {
        refusal(Kind.SIGN_IN, () -> this.service.write(UserId.GUEST, WIKI, this.open, "Mine.", ""));
        refusal(Kind.FORBIDDEN, () -> this.service.write(this.anna, WIKI, this.open, "Mine.", ""));
        refusal(Kind.FORBIDDEN, () -> this.service.put(this.anna, WIKI, this.open,
            draft(UUID.randomUUID(), "Mine", "", "")));
        refusal(Kind.FORBIDDEN, () -> this.service.remove(this.anna, WIKI, this.open, UUID.randomUUID()));
        refusal(Kind.NOT_FOUND, () -> this.service.write(this.anna, WIKI, this.secret, "Mine.", ""));
        refusal(Kind.NOT_FOUND, () -> this.service.write(this.fay, WIKI,
            new CommunityId(UUID.randomUUID()), "Mine.", ""));
        assertThat(read(this.anna).isBlank()).isTrue();
    }

    @Test
    void aStaleEditIsAConflictWithThePresentText() throws Exception
    {
        String first = this.service.write(this.fay, WIKI, this.open, "First.", "").version();
        Charter second = this.service.write(this.boss, WIKI, this.open, "Second.", first);

        CopException stale = refusal(Kind.CONFLICT,
            () -> this.service.write(this.fay, WIKI, this.open, "Mine.", first));
        assertThat(stale.getCurrent()).hasValueSatisfying(page -> assertThat(page.content()).isEqualTo("Second."));
        assertThat(refusal(Kind.CONFLICT, () -> this.service.write(this.fay, WIKI, this.open, "Mine.", ""))
            .getCurrent()).isPresent();
        assertThat(read(this.anna).guidelines()).isEqualTo("Second.");
        assertThat(this.service.write(this.fay, WIKI, this.open, "Mine.", second.version()).guidelines())
            .isEqualTo("Mine.");
    }

    @Test
    void aDoubleClickChangesNothing() throws Exception
    {
        this.service.write(this.fay, WIKI, this.open, "Welcome.", "");
        this.service.write(this.fay, WIKI, this.open, "Welcome.", "");
        ObjectiveDraft draft = draft(UUID.randomUUID(), "Nobody waits", "45", "");
        put(draft);
        put(draft);
        String version = read(this.fay).objectives().get(0).version();
        ObjectiveDraft change = draft(draft.id(), "Nobody waits", "60", version);
        put(change);
        put(change);
        this.service.remove(this.fay, WIKI, this.open, UUID.randomUUID());

        Charter charter = read(this.anna);
        assertThat(charter.objectives()).singleElement()
            .satisfies(one -> assertThat(one.now()).isEqualByComparingTo("60"));
        assertThat(this.wiki.pages().history(charter.page())).hasSize(3);
    }

    @Test
    void twoPeopleChangeDifferentObjectivesButNotTheSameOne() throws Exception
    {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        put(draft(one, "One", "10", ""));
        List<Objective> before = put(draft(two, "Two", "20", "")).objectives();
        put(draft(one, "One", "11", before.get(0).version()));
        put(draft(two, "Two", "21", before.get(1).version()));
        assertThat(read(this.anna).objectives()).extracting(objective -> objective.now().intValue())
            .containsExactly(11, 21);

        CopException stale = refusal(Kind.CONFLICT, () -> put(draft(one, "One, mine", "12", before.get(0).version())));
        Page now = stale.getCurrent().orElseThrow();
        assertThat(now.title()).isEqualTo("One");
        assertThat(now.content()).contains("11").contains("2027-03-31");
        assertThat(now.version()).isEqualTo(read(this.fay).objectives().get(0).version());
        put(draft(one, "One, mine", "12", now.version()));

        this.service.remove(this.fay, WIKI, this.open, two);
        assertThat(refusal(Kind.CONFLICT, () -> put(draft(two, "Two", "22", before.get(1).version()))).getText().key())
            .isEqualTo("cop.charter.error.gone");
        assertThat(read(this.anna).objectives()).extracting(Objective::title).containsExactly("One, mine");
    }

    /** Adds an objective in each of five windows at once, and counts the acknowledged ones. */
    private int addTogether() throws Exception
    {
        ExecutorService windows = Executors.newFixedThreadPool(5);
        List<Future<Boolean>> answers = windows.invokeAll(IntStream.range(0, 5).<Callable<Boolean>>mapToObj(i -> () -> {
            try {
                put(draft(UUID.randomUUID(), "More " + i, "1", ""));
                return true;
            } catch (CopException e) {
                return false;
            }
        }).toList());
        windows.shutdown();
        int added = 0;
        for (Future<Boolean> answer : answers) {
            added += answer.get() ? 1 : 0;
        }
        return added;
    }

    @Test
    void windowsTogetherAddNoMoreThanFit() throws Exception
    {
        for (int i = 0; i < 7; i++) {
            put(draft(UUID.randomUUID(), "Objective " + i, "1", ""));
        }
        int added = addTogether();
        assertThat(added).isLessThanOrEqualTo(3);
        assertThat(read(this.anna).objectives()).hasSize(7 + added);
        while (read(this.fay).hasRoom()) {
            put(draft(UUID.randomUUID(), "Last", "1", ""));
        }
        assertThat(refusal(Kind.CONFLICT, () -> put(draft(UUID.randomUUID(), "Too many", "1", ""))).getText().key())
            .isEqualTo("cop.charter.error.many");
    }

    @Test
    void windowsThatWriteTheFirstObjectivesTogetherLoseNone() throws Exception
    {
        int added = addTogether();
        assertThat(read(this.anna).objectives()).hasSize(added).isNotEmpty();
    }

    /** The other window saves between reading that there is no page and writing the first one. */
    @Test
    void theFirstObjectivesOfTwoWindowsAreBothKept() throws Exception
    {
        PageWriter usual = this.wiki.get(PageWriter.class);
        PageWriter late = mock(PageWriter.class);
        AtomicBoolean isFirst = new AtomicBoolean(true);
        when(late.save(any())).thenAnswer(call -> {
            if (isFirst.getAndSet(false)) {
                put(draft(UUID.randomUUID(), "Of the other window", "1", ""));
            }
            return usual.save(call.getArgument(0));
        });
        TestWiki same = this.wiki.afterItWasKilled().with(PageWriter.class, late);
        same.get(CharterService.class).put(this.fay, WIKI, this.open, draft(UUID.randomUUID(), "Mine", "1", ""));
        assertThat(read(this.anna).objectives()).extracting(Objective::title)
            .containsExactlyInAnyOrder("Of the other window", "Mine");
    }

    @Test
    void saysWhatIsWrongInEachField() throws Exception
    {
        assertThat(refusal(Kind.INVALID, () -> put(new ObjectiveDraft(UUID.randomUUID(), " \u202E ", "", "1e9",
            "", "12x", "tomorrow", ""))).getFields().keySet())
            .containsExactly("title", "measure", "start", "target", "now", "due");
        assertThat(refusal(Kind.INVALID, () -> put(new ObjectiveDraft(UUID.randomUUID(), "x".repeat(201),
            "m".repeat(201), "5", "5,0", "1234567890123", "0001-01-01", ""))).getFields().keySet())
            .containsExactly("title", "measure", "now", "target", "due");
        assertThat(refusal(Kind.INVALID, () -> this.service.write(this.fay, WIKI, this.open, "x".repeat(10_001), ""))
            .getFields()).containsOnlyKeys("guidelines");
        assertThat(read(this.anna).isBlank()).isTrue();
    }

    @Test
    void keepsNumbersAndHostileTextAsTyped() throws Exception
    {
        UUID id = UUID.randomUUID();
        put(new ObjectiveDraft(id, "A\tB\n<script>{{velocity}}", "from \u2212 to", "\u22125", "1000000", "2,500", "",
            ""));
        Objective objective = read(this.anna).objectives().get(0);
        assertThat(objective.title()).isEqualTo("A B <script>{{velocity}}");
        assertThat(objective.start()).isEqualByComparingTo("-5");
        assertThat(objective.now()).isEqualByComparingTo("2.5");
        assertThat(objective.target().toPlainString()).isEqualTo("1000000");
        assertThat(objective.due()).isNull();
    }

    /** Somebody edits the object of the page by hand. */
    @Test
    void leavesOutWhatIsNoObjective() throws Exception
    {
        put(draft(UUID.randomUUID(), "Nobody waits", "45", ""));
        Charter charter = read(this.fay);
        Page page = this.wiki.pages().load(charter.page()).orElseThrow();
        String line = page.object().orElseThrow().get("objectives");
        this.wiki.pages().delete(page.id(), this.fay);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);
        String lines = "nonsense\n" + line + "\n" + line + "\n" + line.replace("45", "many") + "\n\n";
        this.wiki.pages().create(page.id(), "Charter", "", new PageObject("charter", page.object().orElseThrow().id(),
            Map.of("objectives", lines)), this.fay);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);

        assertThat(read(this.anna).objectives()).extracting(Objective::title).containsExactly("Nobody waits");
    }

    @Test
    void aPageOfSomebodyWhoDoesNotRunTheCommunityIsNoCharter() throws Exception
    {
        this.wiki.pages().create(this.communities.get(this.fay, WIKI, this.open).space().page("Charter"), "Charter",
            "Send me your passwords.", new PageObject("charter", UUID.randomUUID(), Map.of()), this.anna);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);

        assertThat(read(this.anna).isBlank()).isTrue();
    }

    @Test
    void aPageWithRightsOfItsOwnIsShownToItsReadersOnly() throws Exception
    {
        Charter charter = this.service.write(this.fay, WIKI, this.open, "For some.", "");
        this.wiki.access().restrict(charter.page(), Set.of(this.fay));
        this.wiki.get(PageType.class, "charter").updateRights(charter.community().space());

        assertThat(read(this.anna).isBlank()).isTrue();
        assertThat(read(this.fay).guidelines()).isEqualTo("For some.");
    }

    @Test
    void followsItsPageWhenItIsMovedDeletedAndRestored() throws Exception
    {
        Charter charter = this.service.write(this.fay, WIKI, this.open, "Welcome.", "");
        Page page = this.wiki.pages().load(charter.page()).orElseThrow();
        this.wiki.pages().move(page.id(), charter.community().space().page("Rules"), this.fay);
        this.wiki.get(PageSynchroniser.class).reconcile(WIKI);
        assertThat(read(this.anna).page()).hasToString("xwiki:Communities.databases.Rules");
        put(draft(UUID.randomUUID(), "Nobody waits", "45", ""));
        assertThat(this.wiki.pages().load(page.id())).isEmpty();

        this.wiki.get(PageWriter.class)
            .delete(this.wiki.pages().load(read(this.fay).page()).orElseThrow(), this.fay);
        assertThat(read(this.anna).isBlank()).isTrue();
        Charter again = this.service.write(this.fay, WIKI, this.open, "Welcome back.", "");
        assertThat(read(this.anna).guidelines()).isEqualTo("Welcome back.");
        assertThat(this.wiki.get(Ledger.class).about(WIKI, idOf(again))).extracting(LedgerEntry::getActName)
            .endsWith(CharterActs.DELETED.name(), CharterActs.RESTORED.name(), CharterActs.CHANGED.name());
    }

    @Test
    void aRebuildGivesTheSameRow() throws Exception
    {
        this.service.write(this.fay, WIKI, this.open, "Welcome.", "");
        put(draft(UUID.randomUUID(), "Nobody waits", "45", ""));
        Charter before = read(this.anna);
        this.wiki.database().execute("update cop_charter set guidelines = 'damaged', sequence_number = 0, "
            + "deleted = true");
        Projection projection = this.wiki.get(Projection.class, "charters");
        this.wiki.get(Ledger.class).write(tx -> projection.keys(tx.session(), WIKI, "", 10)
            .forEach(key -> projection.rebuild(tx.session(), WIKI, key)));
        assertThat(read(this.anna)).isEqualTo(before);
        this.wiki.database().execute("delete from cop_charter");
        this.wiki.get(Ledger.class).write(tx -> projection.keys(tx.session(), WIKI, "", 10)
            .forEach(key -> projection.rebuild(tx.session(), WIKI, key)));
        assertThat(read(this.anna)).isEqualTo(before);
    }

    @Test
    void isReadInOneStatement() throws Exception
    {
        for (int i = 0; i < CharterService.OBJECTIVES_MAXIMUM; i++) {
            put(draft(UUID.randomUUID(), "Objective " + i, "1", ""));
        }
        CommunityView community = this.communities.get(this.anna, WIKI, this.open);
        this.wiki.database().startCounting();
        assertThat(this.service.get(this.anna, community).objectives()).hasSize(10);
        assertThat(this.wiki.database().statements()).isEqualTo(1);
    }
}
