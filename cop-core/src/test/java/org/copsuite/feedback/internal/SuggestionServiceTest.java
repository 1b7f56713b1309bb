/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.feedback.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.copsuite.CopException.Kind;
import org.copsuite.community.CommunityWatch;
import org.copsuite.feedback.SuggestionService;
import org.copsuite.feedback.SuggestionService.Draft;
import org.copsuite.feedback.SuggestionService.State;
import org.copsuite.feedback.SuggestionService.SuggestionView;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.Projection;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.notice.WatchService;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.copsuite.feedback.internal.FeedbackFixture.WIKI;
import static org.copsuite.feedback.internal.FeedbackFixture.assertField;
import static org.copsuite.feedback.internal.FeedbackFixture.assertKind;

@OnEveryDatabase
class SuggestionServiceTest
{
    private final FeedbackFixture fixture = new FeedbackFixture();

    private final SuggestionService service = this.fixture.wiki.get(SuggestionService.class);

    private final List<UserId> members = this.fixture.members;

    private final UserId anna = this.fixture.anna();

    private final UserId boss = this.fixture.boss;

    @AfterEach
    void close()
    {
        this.fixture.close();
    }

    private UUID suggest(CommunityId community, String title) throws Exception
    {
        Draft draft = new Draft(UUID.randomUUID(), WIKI, community, title, "Then newcomers find it.\nAt once.");
        this.service.suggest(this.anna, draft);
        this.service.suggest(this.anna, draft);
        return draft.id();
    }

    private UUID suggest(String title) throws Exception
    {
        return suggest(this.fixture.open, title);
    }

    private SuggestionView get(UserId reader, UUID id) throws Exception
    {
        return this.service.get(reader, WIKI, id);
    }

    private List<String> titles(State state) throws Exception
    {
        List<String> titles = new ArrayList<>();
        String after = null;
        do {
            var slice = this.service.list(UserId.GUEST, WIKI, this.fixture.open, state, after, 2);
            slice.items().forEach(one -> titles.add(one.title()));
            after = slice.next();
        } while (after != null);
        return titles;
    }

    @Test
    void membersVoteAndTheMostVotesStandFirst() throws Exception
    {
        UUID first = suggest("A glossary");
        UUID second = suggest("A shared calendar");
        suggest("Shorter meetings");
        assertThat(titles(null)).containsExactly("Shorter meetings", "A shared calendar", "A glossary");
        this.service.vote(this.members.get(1), WIKI, first, true);
        this.service.vote(this.members.get(1), WIKI, first, true);
        this.service.vote(this.members.get(2), WIKI, first, true);
        this.service.vote(this.members.get(2), WIKI, second, true);
        assertThat(titles(null)).containsExactly("A glossary", "A shared calendar", "Shorter meetings");
        assertThat(get(this.members.get(1), first).votes()).isEqualTo(2);
        assertThat(get(this.members.get(1), first).voted()).isTrue();
        assertThat(get(this.anna, first).may().vote()).isFalse();
        assertThat(get(this.members.get(3), first).body()).isEqualTo("Then newcomers find it.\nAt once.");

        this.service.vote(this.members.get(1), WIKI, first, false);
        this.service.vote(this.members.get(1), WIKI, first, false);
        assertThat(get(this.members.get(1), first).votes()).isEqualTo(1);
        assertThat(get(this.members.get(1), first).voted()).isFalse();
        this.service.vote(this.members.get(1), WIKI, first, true);
        assertThat(get(this.members.get(1), first).votes()).isEqualTo(2);
    }

    @Test
    void facilitatorsDecideAndAuthorAndVotersAreNotified() throws Exception
    {
        UUID id = suggest("A glossary");
        this.service.vote(this.members.get(1), WIKI, id, true);
        this.fixture.expectNotices();
        this.service.decide(this.boss, WIKI, id, State.PLANNED, "", State.NEW);
        this.service.decide(this.boss, WIKI, id, State.PLANNED, "", State.NEW);
        for (UserId person : List.of(this.anna, this.members.get(1))) {
            assertThat(this.fixture.notices(person)).singleElement().satisfies(notice -> {
                assertThat(notice.key()).isEqualTo("suggestion_decided");
                assertThat(notice.title()).isEqualTo("A glossary");
            });
        }
        assertThat(this.fixture.notices(this.members.get(2))).isEmpty();
        this.service.vote(this.members.get(2), WIKI, id, true);
        assertKind(Kind.CONFLICT, () -> this.service.decide(this.boss, WIKI, id, State.DONE, "", State.NEW));
        assertField("reason", "cop.suggestion.error.reason.blank",
            () -> this.service.decide(this.boss, WIKI, id, State.DECLINED, " ", State.PLANNED));
        this.service.decide(this.boss, WIKI, id, State.DECLINED, "There is one.", State.PLANNED);
        assertThat(get(UserId.GUEST, id).state()).isEqualTo(State.DECLINED);
        assertThat(get(UserId.GUEST, id).reason()).isEqualTo("There is one.");
        assertKind(Kind.CONFLICT, () -> this.service.vote(this.members.get(3), WIKI, id, true));
        assertKind(Kind.CONFLICT, () -> this.service.vote(this.members.get(2), WIKI, id, false));
        this.service.vote(this.members.get(2), WIKI, id, true);
        assertThat(titles(State.NEW)).isEmpty();
        assertThat(titles(State.DECLINED)).containsExactly("A glossary");
    }

    @Test
    void watchersLearnOfANewOneUntilItIsDeleted() throws Exception
    {
        UserId watcher = this.members.get(6);
        this.fixture.wiki.get(WatchService.class).watch(watcher, CommunityWatch.of(WIKI, this.fixture.open), true);
        this.fixture.expectNotices();
        UUID id = suggest("A glossary");
        assertThat(this.fixture.notices(watcher)).extracting(NoticeView::key).containsExactly("suggestion");
        assertKind(Kind.FORBIDDEN, () -> this.service.delete(this.members.get(1), WIKI, id));
        this.service.decide(this.boss, WIKI, id, State.PLANNED, "", State.NEW);
        assertKind(Kind.FORBIDDEN, () -> this.service.delete(this.anna, WIKI, id));
        this.service.delete(this.boss, WIKI, id);
        assertThat(this.fixture.notices(watcher)).isEmpty();
        assertThat(titles(null)).isEmpty();
        assertKind(Kind.NOT_FOUND, () -> get(this.anna, id));
        assertKind(Kind.NOT_FOUND, () -> this.service.vote(this.members.get(1), WIKI, id, true));
        UUID own = suggest("Another one");
        this.service.delete(this.anna, WIKI, own);
        assertThat(titles(null)).isEmpty();
    }

    @Test
    void refusesStrangersBadTextsAndTheOwnVote() throws Exception
    {
        UUID id = suggest("A glossary");
        UUID hidden = suggest(this.fixture.hidden, "A secret");
        UserId stranger = this.fixture.stranger;
        assertField("title", "cop.suggestion.error.title.blank", () -> suggest("\u202E"));
        assertField("title", "cop.suggestion.error.title.long", () -> suggest("x".repeat(121)));
        assertField("body", "cop.suggestion.error.body.long", () -> this.service.suggest(this.anna,
            new Draft(UUID.randomUUID(), WIKI, this.fixture.open, "t", "x".repeat(2001))));
        assertKind(Kind.SIGN_IN, () -> this.service.vote(UserId.GUEST, WIKI, id, true));
        assertKind(Kind.FORBIDDEN, () -> this.service.vote(this.anna, WIKI, id, true));
        assertKind(Kind.FORBIDDEN, () -> this.service.vote(stranger, WIKI, id, true));
        assertKind(Kind.FORBIDDEN, () -> this.service.decide(this.anna, WIKI, id, State.DONE, "", State.NEW));
        assertKind(Kind.FORBIDDEN, () -> this.service.suggest(stranger,
            new Draft(UUID.randomUUID(), WIKI, this.fixture.open, "t", "")));
        assertKind(Kind.NOT_FOUND, () -> this.service.suggest(this.members.get(1),
            new Draft(id, WIKI, this.fixture.open, "t", "")));
        assertKind(Kind.NOT_FOUND, () -> get(stranger, hidden));
        assertKind(Kind.NOT_FOUND, () -> this.service.vote(stranger, WIKI, hidden, true));
        assertKind(Kind.NOT_FOUND, () -> this.service.decide(stranger, WIKI, hidden, State.DONE, "", State.NEW));
        assertKind(Kind.NOT_FOUND, () -> this.service.delete(stranger, WIKI, hidden));
        assertKind(Kind.NOT_FOUND, () -> this.service.list(stranger, WIKI, this.fixture.hidden, null, null, 10));
        assertThat(titles(null)).containsExactly("A glossary");
    }

    @Test
    void tenNewOnesOfOneAuthorAreEnough() throws Exception
    {
        UUID first = suggest("Number 0");
        for (int i = 1; i < SuggestionService.NEW_MAXIMUM; i++) {
            suggest("Number " + i);
        }
        assertKind(Kind.CONFLICT, () -> suggest("One more"));
        this.service.decide(this.boss, WIKI, first, State.DONE, "", State.NEW);
        suggest("One more");
    }

    @Test
    void twentyWindowsOfOnePersonAreOneVote() throws Exception
    {
        UUID id = suggest("A glossary");
        ExecutorService windows = Executors.newFixedThreadPool(20);
        for (var answer : windows.invokeAll(IntStream.range(0, 20).<Callable<Void>>mapToObj(i -> () -> {
            this.service.vote(this.members.get(1), WIKI, id, true);
            return null;
        }).toList())) {
            answer.get();
        }
        windows.shutdown();
        assertThat(get(this.anna, id).votes()).isEqualTo(1);
    }

    @Test
    void aRebuildGivesTheSameRowsAndAListCostsTheSameStatements() throws Exception
    {
        UUID id = suggest("A glossary");
        this.service.vote(this.members.get(1), WIKI, id, true);
        this.service.vote(this.members.get(2), WIKI, id, true);
        this.service.vote(this.members.get(1), WIKI, id, false);
        this.service.decide(this.boss, WIKI, id, State.PLANNED, "Soon.", State.NEW);
        SuggestionView before = get(this.members.get(2), id);
        this.fixture.wiki.database().execute("update cop_suggestion set votes = 9, state = 'DONE', reason = 'damaged'");
        this.fixture.wiki.database().execute("delete from cop_suggestion_vote");
        Projection projection = this.fixture.wiki.get(Projection.class, "suggestions");
        this.fixture.wiki.get(Ledger.class).write(tx -> projection.rebuild(tx.session(), WIKI, id.toString()));
        assertThat(get(this.members.get(2), id)).isEqualTo(before);

        long few = statements();
        for (int i = 0; i < 8; i++) {
            this.service.vote(this.members.get(1), WIKI, suggest("Number " + i), true);
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(6);
    }

    private long statements() throws Exception
    {
        this.fixture.wiki.database().startCounting();
        this.service.list(this.members.get(1), WIKI, this.fixture.open, null, null, 20);
        return this.fixture.wiki.database().statements();
    }
}
