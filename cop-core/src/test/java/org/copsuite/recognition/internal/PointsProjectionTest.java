/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Projection;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionActs.Direction;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnEveryDatabase
class PointsProjectionTest
{
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

    private RecognitionFixture f;

    private UUID question;

    private UUID answer;

    @BeforeEach
    void start() throws Exception
    {
        this.f = new RecognitionFixture();
        this.question = this.f.asked(this.f.anna, new CommunityId(this.f.open), MONDAY);
        this.answer = this.f.answered(this.f.bert, this.question, this.f.anna, new CommunityId(this.f.open), MONDAY);
    }

    @AfterEach
    void stop()
    {
        this.f.close();
    }

    private int points(UserId person) throws CopException
    {
        return this.f.wiki.get(RecognitionService.class).contributions(person, TestWiki.WIKI).points();
    }

    private int pointsOn(UserId person, Instant day)
    {
        return this.f.ledger.read(session -> session
            .createQuery("select points from PointsRow where person = :person and day = :day", Integer.class)
            .setParameter("person", person.value()).setParameter("day", (int) (day.getEpochSecond() / 86_400))
            .uniqueResultOptional().orElse(0));
    }

    @Test
    void aVoteUpEarnsTenAndAVoteDownCostsTwoAndForAnAnswerOneForWhoCastIt() throws Exception
    {
        this.f.voted(this.f.cleo, this.question, this.f.anna, new CommunityId(this.f.open), 1, MONDAY);
        this.f.voted(this.f.cleo, this.answer, this.f.bert, new CommunityId(this.f.open), -1, MONDAY);
        this.f.voted(this.f.bert, this.question, this.f.anna, new CommunityId(this.f.open), -1, MONDAY);

        assertThat(points(this.f.anna)).isEqualTo(10 - 2);
        assertThat(points(this.f.bert)).isEqualTo(-2);
        assertThat(points(this.f.cleo)).isEqualTo(-1);
    }

    @Test
    void anAcceptanceEarnsBothSidesButNobodyForAnAnswerOfTheAsker() throws Exception
    {
        this.f.accepted(this.f.anna, this.answer, this.question, this.f.bert, new CommunityId(this.f.open), MONDAY);
        UUID own = this.f.answered(this.f.anna, this.question, this.f.anna, new CommunityId(this.f.open), MONDAY);
        this.f.accepted(this.f.anna, own, this.question, this.f.anna, new CommunityId(this.f.open), MONDAY);

        assertThat(points(this.f.bert)).isEqualTo(15);
        assertThat(points(this.f.anna)).isEqualTo(2);
    }

    @Test
    void aModeratorWhoAcceptsEarnsNothing() throws Exception
    {
        this.f.accepted(this.f.boss, this.answer, this.question, this.f.bert, new CommunityId(this.f.open), MONDAY);

        assertThat(points(this.f.bert)).isEqualTo(15);
        assertThat(points(this.f.boss)).isZero();
    }

    @Test
    void aDayEarnsTheCapAtMostButAcceptancesAreNotCapped() throws Exception
    {
        for (int i = 0; i < 25; i++) {
            this.f.voted(new UserId("voter" + i), this.answer, this.f.bert, new CommunityId(this.f.open), 1, MONDAY);
        }
        this.f.accepted(this.f.anna, this.answer, this.question, this.f.bert, new CommunityId(this.f.open), MONDAY);
        this.f.voted(this.f.cleo, this.answer, this.f.bert, new CommunityId(this.f.open), 1, TUESDAY);

        assertThat(pointsOn(this.f.bert, MONDAY)).isEqualTo(200 + 15);
        assertThat(pointsOn(this.f.bert, TUESDAY)).isEqualTo(10);
        assertThat(points(this.f.bert)).isEqualTo(225);
    }

    @Test
    void aReversalTakesPointsFromTheDayOnWhichTheyWereEarned() throws Exception
    {
        List<String> votes = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            votes.add(this.f.voted(new UserId("voter" + i), this.answer, this.f.bert, new CommunityId(this.f.open), 1,
                MONDAY));
        }
        this.f.reversed(votes.get(0), new UserId("voter0"));
        assertThat(pointsOn(this.f.bert, MONDAY)).as("20 votes are left").isEqualTo(200);

        this.f.reversed(votes.get(1), new UserId("voter1"));
        assertThat(pointsOn(this.f.bert, MONDAY)).as("19 votes are left").isEqualTo(190);
        assertThat(points(this.f.bert)).isEqualTo(190);
    }

    @Test
    void anAcceptanceTakenBackByAModeratorIsTakenFromBoth() throws Exception
    {
        String acceptance =
            this.f.accepted(this.f.anna, this.answer, this.question, this.f.bert, new CommunityId(this.f.open), MONDAY);
        this.f.reversed(acceptance, this.f.boss);

        assertThat(points(this.f.bert)).isZero();
        assertThat(points(this.f.anna)).isZero();
    }

    @Test
    void aDeletedPostEarnsNothingUntilItIsThereAgain() throws Exception
    {
        String vote = this.f.voted(this.f.cleo, this.answer, this.f.bert, new CommunityId(this.f.open), 1, MONDAY);
        this.f.voted(this.f.anna, this.answer, this.f.bert, new CommunityId(this.f.open), 1, TUESDAY);
        this.f.deleted(this.f.boss, this.answer);
        this.f.deleted(this.f.boss, this.answer);
        assertThat(points(this.f.bert)).isZero();

        this.f.reversed(vote, this.f.cleo);
        this.f.restored(this.f.boss, this.answer);
        assertThat(points(this.f.bert)).isEqualTo(10);
        assertThat(pointsOn(this.f.bert, MONDAY)).isZero();
    }

    @Test
    void votesOfNobodyKnowsWhomCountEach() throws Exception
    {
        this.f.record(EntryDraft.of(TestWiki.WIKI, this.f.anna, QuestionActs.VOTES_IMPORTED, this.question,
            Direction.UP).in(new CommunityId(this.f.open)).benefiting(this.f.anna).withWeight(4).withOccurrence("up")
                .at(MONDAY));
        this.f.record(EntryDraft.of(TestWiki.WIKI, this.f.anna, QuestionActs.VOTES_IMPORTED, this.question,
            Direction.DOWN).in(new CommunityId(this.f.open)).benefiting(this.f.anna).withWeight(3)
                .withOccurrence("down").at(MONDAY));

        assertThat(points(this.f.anna)).isEqualTo(4 * 10 - 3 * 2);
    }

    @Test
    void rebuiltPointsAreTheSameRowByRow() throws Exception
    {
        storm(new Random(7), 400);
        List<String> before = this.f.rows();

        Projection projection = this.f.wiki.get(Projection.class, "points");
        this.f.ledger.decide(tx -> {
            tx.session().createQuery("update PointsRow set points = points + 1000, capped = 3").executeUpdate();
            String last = "";
            List<String> keys = projection.keys(tx.session(), TestWiki.WIKI, last, 3);
            while (!keys.isEmpty()) {
                for (String key : keys) {
                    projection.rebuild(tx.session(), TestWiki.WIKI, key);
                }
                last = keys.get(keys.size() - 1);
                keys = projection.keys(tx.session(), TestWiki.WIKI, last, 3);
            }
            return null;
        });

        assertThat(before).hasSizeGreaterThan(20);
        assertThat(this.f.rows()).isEqualTo(before);
    }

    /** Many things in any order, some of which no service would do. */
    private void storm(Random random, int steps) throws CopException
    {
        List<UserId> people = List.of(this.f.anna, this.f.bert, this.f.cleo, this.f.boss, new UserId("imported:x/1"));
        List<UUID> posts = new ArrayList<>(List.of(this.question, this.answer));
        Map<UUID, UserId> authors = new HashMap<>(Map.of(this.question, this.f.anna, this.answer, this.f.bert));
        Map<UUID, UUID> questions = new HashMap<>(Map.of(this.answer, this.question));
        List<String> undoable = new ArrayList<>();
        Set<String> voted = new HashSet<>();
        for (int i = 0; i < steps; i++) {
            UserId who = people.get(random.nextInt(people.size()));
            UUID post = posts.get(random.nextInt(posts.size()));
            CommunityId community = random.nextInt(4) == 0 ? new CommunityId(this.f.secret)
                : new CommunityId(this.f.open);
            Instant at = MONDAY.plus(Duration.ofHours(random.nextInt(72)));
            switch (random.nextInt(8)) {
                case 0 -> {
                    posts.add(this.f.asked(who, community, at));
                    authors.put(posts.get(posts.size() - 1), who);
                }
                case 1 -> {
                    if (!questions.containsKey(post)) {
                        posts.add(this.f.answered(who, post, authors.get(post), community, at));
                        authors.put(posts.get(posts.size() - 1), who);
                        questions.put(posts.get(posts.size() - 1), post);
                    }
                }
                case 2 -> {
                    if (questions.containsKey(post)) {
                        undoable.add(this.f.accepted(authors.get(questions.get(post)), post, questions.get(post),
                            authors.get(post), community, at));
                    }
                }
                case 3 -> {
                    if (!undoable.isEmpty()) {
                        this.f.reversed(undoable.remove(random.nextInt(undoable.size())), who);
                    }
                }
                case 4 -> this.f.deleted(who, post);
                case 5 -> this.f.restored(who, post);
                default -> {
                    UserId voter = voted.add(who + " " + post) ? who : new UserId("stranger" + i);
                    undoable.add(this.f.voted(voter, post, authors.get(post), community,
                        random.nextInt(3) == 0 ? -1 : 1, at));
                }
            }
        }
    }
}
