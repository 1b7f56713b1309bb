/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.recognition.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Counter;
import org.copsuite.ledger.Counters;
import org.copsuite.ledger.Counters.Scopes;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Projection;
import org.copsuite.recognition.PointRulesSource;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.spi.Acts;
import org.copsuite.spi.PointRule;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A rule of a capability that the suite does not know: cheers pay whoever is cheered and are counted, greetings pay who
 * is greeted.
 */
@OnEveryDatabase
class ContributedPointRuleTest
{
    private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    private static final int CAP = 200;

    private static final Counter CHEERS = new Counter("cheers");

    private final Properties own = new Properties();

    private RecognitionFixture f;

    /** The acts of the capability. */
    public static final class CheerActs implements Acts
    {
        /** Cheered somebody. */
        public static final ActType<Void> CHEERED = ActType.named("cheered").creating().reversible();

        /** Greeted somebody who was cheered. */
        public static final ActType<Void> GREETED = ActType.named("greeted");

        /** Ended a cheer. */
        public static final ActType<Void> CALMED = ActType.named("calmed").ending();

        /** Took up a cheer again. */
        public static final ActType<Void> REVIVED = ActType.named("revived").restoring();
    }

    /** The rule of the capability. */
    private static final class CheerRule implements PointRule
    {
        @Override
        public List<ActType<?>> acts()
        {
            return List.of(CheerActs.CHEERED, CheerActs.GREETED);
        }

        @Override
        public List<Rate> rates()
        {
            return List.of(new Rate("cheered", 30), new Rate("greeted", 4, true));
        }

        @Override
        public List<Counter> counters()
        {
            return List.of(CHEERS);
        }

        @Override
        public void pay(Session session, Collection<PaidEntry> entries)
        {
            for (PaidEntry paid : entries) {
                UserId person = paid.entry().getBeneficiary();
                if (paid.entry().is(CheerActs.CHEERED)) {
                    paid.pay(person, "cheered");
                    paid.count(person, CHEERS);
                } else if (paid.isAbout(CheerActs.CHEERED)) {
                    paid.pay(person, "greeted");
                }
            }
        }
    }

    @AfterEach
    void stop()
    {
        this.f.close();
    }

    private void start()
    {
        this.f = new RecognitionFixture(new TestWiki().with(Acts.class, "cheer", new CheerActs())
            .with(PointRule.class, "cheer", new CheerRule()).with(PointRulesSource.class, () -> this.own));
    }

    private UUID cheered(Instant at) throws CopException
    {
        UUID id = UUID.randomUUID();
        append(CheerActs.CHEERED, id, at);
        return id;
    }

    private String append(ActType<Void> act, UUID cheer, Instant at) throws CopException
    {
        EntryDraft draft = EntryDraft.of(TestWiki.WIKI, this.f.anna, act, cheer).in(new CommunityId(this.f.open))
            .benefiting(this.f.bert).at(at).withOccurrence(UUID.randomUUID().toString());
        this.f.record(draft);
        return draft.idempotencyKey();
    }

    private int points() throws CopException
    {
        return this.f.wiki.get(RecognitionService.class).contributions(this.f.bert, TestWiki.WIKI).points();
    }

    private int cheers(Collection<UUID> communities, int from)
    {
        Counters counters = this.f.wiki.get(Counters.class);
        return this.f.ledger.read(session -> counters.sum(session,
            new Scopes(TestWiki.WIKI, Scopes.PERSON, List.of(this.f.bert.value())), List.of(CHEERS), communities, from))
            .getOrDefault(this.f.bert.value(), Map.of()).getOrDefault(CHEERS, 0);
    }

    @Test
    void itsCounterIsDividedByDayAndCommunityAndFollowsReversalsAndEnds() throws Exception
    {
        start();
        int tuesday = (int) (MONDAY.getEpochSecond() / 86_400) + 1;
        UUID monday = cheered(MONDAY);
        cheered(MONDAY);
        cheered(MONDAY.plus(Duration.ofDays(1)));
        assertThat(cheers(null, Counters.EVER)).isEqualTo(3);
        assertThat(cheers(null, tuesday)).isEqualTo(1);
        assertThat(cheers(List.of(this.f.open), Counters.EVER)).isEqualTo(3);
        assertThat(cheers(List.of(this.f.secret), Counters.EVER)).isZero();

        append(CheerActs.CALMED, monday, MONDAY);
        assertThat(cheers(null, Counters.EVER)).isEqualTo(2);
        append(CheerActs.REVIVED, monday, MONDAY);
        assertThat(cheers(null, Counters.EVER)).isEqualTo(3);
        this.f.reversed(append(CheerActs.CHEERED, UUID.randomUUID(), MONDAY), this.f.anna);
        assertThat(cheers(null, Counters.EVER)).isEqualTo(3);
        assertThat(cheers(null, tuesday)).isEqualTo(1);
    }

    @Test
    void itCountsOnlyWhatItDeclares() throws Exception
    {
        PointRule careless = new PointRule()
        {
            @Override
            public List<ActType<?>> acts()
            {
                return List.of(CheerActs.GREETED);
            }

            @Override
            public List<Rate> rates()
            {
                return List.of();
            }

            @Override
            public void pay(Session session, Collection<PaidEntry> entries)
            {
                entries.forEach(paid -> paid.count(paid.entry().getBeneficiary(), CHEERS));
            }
        };
        this.f = new RecognitionFixture(
            new TestWiki().with(Acts.class, "cheer", new CheerActs()).with(PointRule.class, "careless", careless));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> append(CheerActs.GREETED, UUID.randomUUID(), MONDAY)).withMessageContaining("[cheers]");
    }

    @Test
    void itEarnsUpToTheCapAndExemptRatesBeyondIt() throws Exception
    {
        start();
        UUID cheer = cheered(MONDAY);
        assertThat(points()).isEqualTo(30);
        for (int i = 0; i < 9; i++) {
            cheered(MONDAY);
        }
        assertThat(points()).isEqualTo(CAP);
        append(CheerActs.GREETED, cheer, MONDAY);
        assertThat(points()).isEqualTo(CAP + 4);
        append(CheerActs.GREETED, UUID.randomUUID(), MONDAY);
        assertThat(points()).as("whoever was not cheered is not paid for a greeting").isEqualTo(CAP + 4);
    }

    @Test
    void whatIsReversedOrEndsIsTakenAwayAndGivenBackWhenRestored() throws Exception
    {
        start();
        UUID cheer = cheered(MONDAY);
        append(CheerActs.GREETED, cheer, MONDAY);
        UUID other = UUID.randomUUID();
        this.f.reversed(append(CheerActs.CHEERED, other, MONDAY), this.f.anna);
        assertThat(points()).isEqualTo(34);

        append(CheerActs.CALMED, cheer, MONDAY);
        assertThat(points()).isZero();
        append(CheerActs.GREETED, cheer, MONDAY);
        assertThat(points()).as("what has ended earns nothing").isZero();
        append(CheerActs.REVIVED, cheer, MONDAY);
        assertThat(points()).isEqualTo(38);
    }

    @Test
    void aWikiChangesItsPointsAndWhetherTheyAreCapped() throws Exception
    {
        this.own.setProperty("points.cheered", "7");
        this.own.setProperty("cap.daily", "10");
        this.own.setProperty("cap.exempt", "cheered");
        start();
        UUID cheer = cheered(MONDAY);
        cheered(MONDAY);
        for (int i = 0; i < 3; i++) {
            append(CheerActs.GREETED, cheer, MONDAY);
        }
        assertThat(points()).isEqualTo(2 * 7 + 10);
    }

    @Test
    void aRebuildComputesTheSameRows() throws Exception
    {
        start();
        List<UUID> cheers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID cheer = cheered(MONDAY.plus(Duration.ofHours(9L * i)));
            cheers.add(cheer);
            append(CheerActs.GREETED, cheer, MONDAY);
        }
        append(CheerActs.CALMED, cheers.get(3), MONDAY);
        append(CheerActs.CALMED, cheers.get(4), MONDAY);
        append(CheerActs.REVIVED, cheers.get(4), MONDAY);
        List<String> before = this.f.rows();
        Projection projection = this.f.wiki.get(Projection.class, "points");
        this.f.ledger.decide(tx -> {
            tx.session().createQuery("update PointsRow set points = points + 1000, capped = 3").executeUpdate();
            tx.session().createQuery("update CounterRow set total = total + 7").executeUpdate();
            projection.rebuild(tx.session(), TestWiki.WIKI, this.f.bert.value());
            return null;
        });
        assertThat(before).hasSizeGreaterThan(6);
        assertThat(this.f.rows()).isEqualTo(before);
    }
}
