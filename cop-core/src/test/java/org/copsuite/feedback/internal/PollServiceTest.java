/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.copsuite.CopException.Kind;
import org.copsuite.Slice;
import org.copsuite.community.CommunityWatch;
import org.copsuite.feedback.PollActs;
import org.copsuite.feedback.PollImport;
import org.copsuite.feedback.PollService;
import org.copsuite.feedback.PollService.Draft;
import org.copsuite.feedback.PollService.Option;
import org.copsuite.feedback.PollService.PollView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Projection;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.notice.WatchService;
import org.copsuite.page.MaintenanceTask;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copsuite.feedback.internal.FeedbackFixture.WIKI;
import static org.copsuite.feedback.internal.FeedbackFixture.assertField;
import static org.copsuite.feedback.internal.FeedbackFixture.assertKind;

@OnEveryDatabase
class PollServiceTest
{
    private static final List<String> DAYS = List.of("Monday", "Tuesday", "Friday");

    private final FeedbackFixture fixture = new FeedbackFixture();

    private final PollService service = this.fixture.wiki.get(PollService.class);

    private final List<UserId> members = this.fixture.members;

    private final UserId anna = this.fixture.anna();

    @AfterEach
    void close()
    {
        this.fixture.close();
    }

    private Draft draft(CommunityId community, PollService.Kind kind, boolean secret)
    {
        return new Draft(UUID.randomUUID(), WIKI, community, "When do we meet?", kind, secret, DAYS, today().plusDays(7));
    }

    private static LocalDate today()
    {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private UUID start(CommunityId community, PollService.Kind kind, boolean secret) throws Exception
    {
        Draft draft = draft(community, kind, secret);
        this.service.start(this.anna, draft);
        return draft.id();
    }

    private UUID start(PollService.Kind kind, boolean secret) throws Exception
    {
        return start(this.fixture.open, kind, secret);
    }

    private void vote(int member, UUID poll, Integer... choices) throws Exception
    {
        this.service.vote(this.members.get(member), WIKI, poll, List.of(choices));
    }

    private PollView poll(UserId reader, UUID poll) throws Exception
    {
        return this.service.get(reader, WIKI, poll);
    }

    private List<Integer> votes(UUID poll) throws Exception
    {
        return poll(this.fixture.stranger, poll).options().stream().map(Option::votes).toList();
    }

    /** Moves the last day of a poll to yesterday. */
    private void pass(UUID poll)
    {
        this.fixture.wiki.database().execute("update cop_poll set closes_on = " + (today().toEpochDay() - 1)
            + " where id = '" + poll + "'");
    }

    @Test
    void countsOpenBallotsAndNamesTheVoters() throws Exception
    {
        UUID id = start(PollService.Kind.SINGLE, false);
        vote(1, id, 2);
        vote(2, id, 2);
        vote(3, id, 1);

        PollView poll = poll(UserId.GUEST, id);
        assertThat(poll.options()).extracting(Option::text).containsExactlyElementsOf(DAYS);
        assertThat(votes(id)).containsExactly(1, 2, 0);
        assertThat(poll.voters()).isEqualTo(3);
        assertThat(poll.shown()).isTrue();
        assertThat(poll.options().get(1).names()).extracting(person -> person.id())
            .containsExactly(this.members.get(1), this.members.get(2));
        assertThat(poll.may().vote()).isFalse();
        assertThat(poll(this.members.get(1), id).mine()).containsExactly(2);
        assertThat(poll(this.members.get(4), id).may().vote()).isTrue();
    }

    @Test
    void aBallotIsChangedAndADoubleClickAddsNothing() throws Exception
    {
        UUID id = start(PollService.Kind.SEVERAL, false);
        vote(1, id, 1, 3);
        vote(1, id, 1, 3);
        assertThat(this.fixture.wiki.get(Ledger.class).about(WIKI, id)).hasSize(2);
        vote(1, id, 2);
        assertThat(votes(id)).containsExactly(0, 1, 0);
        assertThat(poll(this.anna, id).voters()).isEqualTo(1);
    }

    @Test
    void aRankedChoiceGivesPointsByPlace() throws Exception
    {
        UUID id = start(PollService.Kind.RANKED, false);
        vote(1, id, 3, 1, 2);
        vote(2, id, 3);
        assertThat(votes(id)).containsExactly(2, 1, 6);
        vote(2, id, 1, 3);
        assertThat(votes(id)).containsExactly(5, 1, 5);
    }

    @Test
    void refusesWhatIsNoPoll() throws Exception
    {
        Draft good = draft(this.fixture.open, PollService.Kind.SINGLE, false);
        assertField("question", "cop.poll.error.question.blank", () -> start(good, "\u202E ", DAYS, good.closes()));
        assertField("question", "cop.poll.error.question.long",
            () -> start(good, "x".repeat(201), DAYS, good.closes()));
        assertField("options", "cop.poll.error.options", () -> start(good, "Which?", List.of("a", " "), good.closes()));
        assertField("options", "cop.poll.error.options", () -> start(good, "Which?",
            IntStream.range(0, 13).mapToObj(i -> "o" + i).toList(), good.closes()));
        assertField("options", "cop.poll.error.options.same",
            () -> start(good, "Which?", List.of("a", "b", " a"), good.closes()));
        assertField("options", "cop.poll.error.option.long",
            () -> start(good, "Which?", List.of("a", "b".repeat(121)), good.closes()));
        assertField("closes", "cop.poll.error.closes", () -> start(good, "Which?", DAYS, today().minusDays(1)));
        assertField("closes", "cop.poll.error.closes", () -> start(good, "Which?", DAYS, today().plusDays(367)));
        assertField("closes", "cop.poll.error.closes", () -> start(good, "Which?", DAYS, null));
        assertKind(Kind.SIGN_IN, () -> this.service.start(UserId.GUEST, good));
        assertKind(Kind.FORBIDDEN, () -> this.service.start(this.fixture.stranger, good));
        assertKind(Kind.NOT_FOUND, () -> this.service.start(this.fixture.stranger,
            draft(this.fixture.hidden, PollService.Kind.SINGLE, false)));
    }

    private void start(Draft good, String question, List<String> options, LocalDate closes) throws Exception
    {
        this.service.start(this.anna,
            new Draft(good.id(), WIKI, good.community(), question, good.kind(), good.secret(), options, closes));
    }

    @Test
    void repeatingTheStartChangesNothingAndSixOpenPollsAreTooMany() throws Exception
    {
        Draft draft = draft(this.fixture.open, PollService.Kind.SINGLE, false);
        this.service.start(this.anna, draft);
        this.service.start(this.anna, draft);
        assertKind(Kind.NOT_FOUND, () -> this.service.start(this.members.get(1), draft));
        for (int i = 1; i < PollService.OPEN_MAXIMUM; i++) {
            start(PollService.Kind.SINGLE, false);
        }
        assertKind(Kind.CONFLICT, () -> start(PollService.Kind.SINGLE, false));
        pass(draft.id());
        start(PollService.Kind.SINGLE, false);
    }

    @Test
    void refusesBallotsThatThePollDoesNotHave() throws Exception
    {
        for (boolean secret : List.of(false, true)) {
            UUID single = start(PollService.Kind.SINGLE, secret);
            assertField("choices", "cop.poll.error.choices.none", () -> vote(1, single));
            assertField("choices", "cop.poll.error.choices.unknown", () -> vote(1, single, 4));
            assertField("choices", "cop.poll.error.choices.unknown", () -> vote(1, single, 0));
            assertField("choices", "cop.poll.error.choices.one", () -> vote(1, single, 1, 2));
            UUID ranked = start(PollService.Kind.RANKED, secret);
            assertField("choices", "cop.poll.error.choices.twice", () -> vote(1, ranked, 2, 1, 2));
            assertThat(poll(this.anna, single).voters() + poll(this.anna, ranked).voters()).isZero();
        }
    }

    @Test
    void onlyMembersVoteAndNobodyLearnsOfThePollsOfAPrivateCommunity() throws Exception
    {
        UUID open = start(PollService.Kind.SINGLE, false);
        UUID hidden = start(this.fixture.hidden, PollService.Kind.SINGLE, false);
        UserId stranger = this.fixture.stranger;
        assertKind(Kind.FORBIDDEN, () -> this.service.vote(stranger, WIKI, open, List.of(1)));
        assertKind(Kind.SIGN_IN, () -> this.service.vote(UserId.GUEST, WIKI, open, List.of(1)));
        assertKind(Kind.NOT_FOUND, () -> this.service.vote(stranger, WIKI, hidden, List.of(1)));
        assertKind(Kind.NOT_FOUND, () -> this.service.get(stranger, WIKI, hidden));
        assertKind(Kind.NOT_FOUND, () -> this.service.get(UserId.GUEST, WIKI, hidden));
        assertKind(Kind.NOT_FOUND, () -> this.service.list(stranger, WIKI, this.fixture.hidden, null, 10));
        assertKind(Kind.NOT_FOUND, () -> this.service.close(stranger, WIKI, hidden));
        assertKind(Kind.NOT_FOUND, () -> this.service.delete(stranger, WIKI, hidden));
        assertKind(Kind.FORBIDDEN, () -> this.service.close(this.members.get(1), WIKI, open));
        assertKind(Kind.FORBIDDEN, () -> this.service.delete(this.members.get(1), WIKI, open));
        assertKind(Kind.NOT_FOUND, () -> this.service.get(this.anna, WIKI, UUID.randomUUID()));
    }

    @Test
    void aSecretPollShowsItsResultWhenItIsClosedAndFiveHaveVoted() throws Exception
    {
        UUID id = start(PollService.Kind.SINGLE, true);
        for (int i = 0; i < 6; i++) {
            vote(i, id, i < 4 ? 1 : 3);
            PollView poll = poll(this.fixture.boss, id);
            assertThat(poll.shown()).as("after " + i).isFalse();
            assertThat(poll.options()).allSatisfy(option -> assertThat(option.votes()).isZero());
            assertThat(poll.voters()).isEqualTo(i + 1);
        }
        vote(0, id, 3);
        PollView mine = poll(this.anna, id);
        assertThat(mine.voted()).isTrue();
        assertThat(mine.mine()).isEmpty();
        assertThat(mine.may().vote()).isFalse();
        this.service.close(this.anna, WIKI, id);

        assertThat(votes(id)).containsExactly(4, 0, 2);
        assertThat(poll(this.fixture.stranger, id).options()).allSatisfy(one -> assertThat(one.names()).isEmpty());
        assertThat(this.fixture.wiki.database().query("select * from cop_answered")).isEmpty();
    }

    @Test
    void fourSecretBallotsAreNeverShown() throws Exception
    {
        UUID id = start(PollService.Kind.SINGLE, true);
        for (int i = 0; i < 4; i++) {
            vote(i, id, 1);
        }
        pass(id);
        assertThat(poll(this.fixture.boss, id).shown()).isFalse();
        this.fixture.runTask();
        assertThat(poll(this.fixture.boss, id).shown()).isFalse();
        assertThat(this.fixture.wiki.database().query("select * from cop_tally")).isEmpty();
        assertThat(this.fixture.wiki.database().query("select * from cop_answered")).isEmpty();
    }

    @Test
    void aPollClosesAfterItsLastDayAndThatIsAnnouncedOnce() throws Exception
    {
        UserId watcher = this.members.get(6);
        this.fixture.expectNotices();
        UUID id = start(PollService.Kind.SINGLE, false);
        this.fixture.wiki.get(WatchService.class).watch(watcher, CommunityWatch.of(WIKI, this.fixture.open), true);
        vote(1, id, 2);
        pass(id);
        assertKind(Kind.CONFLICT, () -> vote(2, id, 1));
        assertThat(poll(this.anna, id).open()).isFalse();
        this.fixture.runTask();
        this.fixture.wiki.afterItWasKilled().get(MaintenanceTask.class, "feedback").run();
        this.service.close(this.anna, WIKI, id);

        assertThat(this.fixture.wiki.get(Ledger.class).about(WIKI, id)).filteredOn(entry -> entry.is(PollActs.CLOSED))
            .hasSize(1);
        for (UserId person : List.of(watcher, this.members.get(1))) {
            assertThat(this.fixture.notices(person)).filteredOn(notice -> "poll_closed".equals(notice.key()))
                .singleElement().satisfies(notice -> assertThat(notice.title()).isEqualTo("When do we meet?"))
                .satisfies(notice -> assertThat(notice.anchor()).isEqualTo("cop-poll-" + id));
        }
        assertThat(this.fixture.notices(watcher)).hasSize(2);
        assertThat(this.fixture.notices(this.members.get(3))).isEmpty();
    }

    @Test
    void deletingAPollRemovesItWithBallotsAndNotices() throws Exception
    {
        this.fixture.expectNotices();
        this.fixture.wiki.get(WatchService.class).watch(this.members.get(6),
            CommunityWatch.of(WIKI, this.fixture.open), true);
        for (boolean secret : List.of(false, true)) {
            UUID id = start(PollService.Kind.SINGLE, secret);
            vote(1, id, 1);
            assertThat(this.fixture.notices(this.members.get(6))).extracting(NoticeView::key).containsExactly("poll");
            assertThat(this.service.delete(this.anna, WIKI, id)).isEqualTo(this.fixture.open);
            assertThat(this.fixture.notices(this.members.get(6))).isEmpty();
            assertKind(Kind.NOT_FOUND, () -> poll(this.anna, id));
            assertKind(Kind.NOT_FOUND, () -> vote(1, id, 1));
        }
        for (String table : List.of("cop_poll_ballot", "cop_answered", "cop_tally")) {
            assertThat(this.fixture.wiki.database().query("select * from " + table)).isEmpty();
        }
        assertThat(this.service.list(this.anna, WIKI, this.fixture.open, null, 10).items()).isEmpty();
    }

    @Test
    void listsPollsPageByPageNewestFirstAndCurrentOnesByTheirLastDay() throws Exception
    {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, start(PollService.Kind.SINGLE, i % 2 == 0));
        }
        Slice<PollView> first = this.service.list(this.fixture.stranger, WIKI, this.fixture.open, null, 3);
        Slice<PollView> second = this.service.list(this.fixture.stranger, WIKI, this.fixture.open, first.next(), 3);
        assertThat(first.items()).extracting(PollView::id).isEqualTo(ids.subList(0, 3));
        assertThat(second.items()).extracting(PollView::id).isEqualTo(ids.subList(3, 5));
        assertThat(second.next()).isNull();
        pass(ids.get(0));
        this.fixture.wiki.database().execute("update cop_poll set closes_on = closes_on - 40 where id = '" + ids.get(1)
            + "'");
        assertThat(this.service.current(this.anna, this.fixture.view(this.anna), 10)).extracting(PollView::id)
            .containsExactly(ids.get(2), ids.get(3), ids.get(4), ids.get(0));
    }

    @Test
    void twentyWindowsOfOnePersonAreOneBallot() throws Exception
    {
        for (boolean secret : List.of(false, true)) {
            UUID id = start(PollService.Kind.SINGLE, secret);
            ExecutorService windows = Executors.newFixedThreadPool(20);
            for (var answer : windows.invokeAll(IntStream.range(0, 20).<Callable<Void>>mapToObj(i -> () -> {
                vote(1, id, 1 + i % 3);
                return null;
            }).toList())) {
                answer.get();
            }
            windows.shutdown();
            assertThat(poll(this.anna, id).voters()).isEqualTo(1);
            assertThat(votes(id).stream().mapToInt(Integer::intValue).sum()).isEqualTo(secret ? 0 : 1);
        }
    }

    @Test
    void aRebuildGivesTheSameRows() throws Exception
    {
        UUID open = start(PollService.Kind.RANKED, false);
        vote(1, open, 1, 2);
        vote(2, open, 3);
        vote(1, open, 2);
        UUID secret = start(PollService.Kind.SINGLE, true);
        vote(1, secret, 2);
        PollView before = poll(this.members.get(1), open);
        PollView hidden = poll(this.members.get(1), secret);
        this.fixture.wiki.database().execute("update cop_poll set votes = '9 9 9', voters = 7");
        this.fixture.wiki.database().execute("delete from cop_poll_ballot");
        Projection projection = this.fixture.wiki.get(Projection.class, "polls");
        this.fixture.wiki.get(Ledger.class).write(tx -> List.of(open, secret)
            .forEach(id -> projection.rebuild(tx.session(), WIKI, id.toString())));
        assertThat(poll(this.members.get(1), open)).isEqualTo(before);
        assertThat(poll(this.members.get(1), secret)).isEqualTo(hidden);
    }

    @Test
    void aListCostsTheSameStatementsHoweverManyPollsItHas() throws Exception
    {
        start(PollService.Kind.SINGLE, false);
        vote(1, start(PollService.Kind.SINGLE, true), 1);
        long few = statements();
        for (int i = 0; i < 3; i++) {
            UUID id = start(PollService.Kind.SEVERAL, i == 1);
            for (int member = 0; member < 7; member++) {
                vote(member, id, 1, 2);
            }
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(9);
    }

    private long statements() throws Exception
    {
        this.fixture.wiki.database().startCounting();
        this.service.list(this.members.get(1), WIKI, this.fixture.open, null, 20);
        return this.fixture.wiki.database().statements();
    }

    @Test
    void aPollThatSomebodyClosesHasThisDayAsItsLast() throws Exception
    {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (boolean secret : List.of(false, true)) {
            Draft draft = new Draft(UUID.randomUUID(), WIKI, this.fixture.open, "When do we meet?", PollService.Kind.SINGLE,
                secret, DAYS, today.plusDays(9));
            this.service.start(this.anna, draft);
            assertThat(poll(this.anna, draft.id()).closes()).isEqualTo(today.plusDays(9));
            this.service.close(this.anna, WIKI, draft.id());
            assertThat(poll(this.anna, draft.id()).closes()).isEqualTo(today);
            assertThat(poll(this.anna, draft.id()).open()).isFalse();
        }
    }

    @Test
    void pollsOfThePastAreWrittenOnceAsTheyWere() throws Exception
    {
        Instant started = Instant.parse("2026-05-04T10:00:00Z");
        Instant closed = Instant.parse("2026-05-18T18:00:00Z");
        PollImport past = this.fixture.wiki.get(PollImport.class);
        Map<UserId, List<Integer>> ballots = new HashMap<>();
        for (int i = 0; i < PollService.SHOWN_FROM; i++) {
            ballots.put(this.members.get(i), List.of(i == 0 ? 1 : 3));
        }
        for (boolean secret : List.of(false, true)) {
            Draft draft = new Draft(UUID.randomUUID(), WIKI, this.fixture.open, "When did we meet?",
                PollService.Kind.SINGLE, secret, DAYS, LocalDate.parse("2026-05-18"));
            for (int time = 0; time < 2; time++) {
                past.write(new PollImport.Closed(draft, this.anna, started, ballots, closed));
            }

            PollView poll = poll(this.anna, draft.id());
            assertThat(poll.open()).isFalse();
            assertThat(poll.voters()).isEqualTo(PollService.SHOWN_FROM);
            assertThat(votes(draft.id())).containsExactly(1, 0, PollService.SHOWN_FROM - 1);
            assertThat(this.fixture.wiki.get(Ledger.class).about(WIKI, draft.id()))
                .extracting(entry -> entry.getActName() + ' ' + entry.getAt())
                .contains("poll-started " + started, "poll-closed " + closed)
                .hasSize(secret ? 2 : 2 + PollService.SHOWN_FROM);
            assertThat(this.fixture.wiki.database().query("select person from cop_answered")).isEmpty();
        }
    }
}
