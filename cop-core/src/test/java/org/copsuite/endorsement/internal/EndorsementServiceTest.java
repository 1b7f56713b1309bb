/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.endorsement.EndorsementService;
import org.copsuite.endorsement.EndorsementService.Draft;
import org.copsuite.endorsement.EndorsementService.EndorsedTopic;
import org.copsuite.endorsement.EndorsementService.Endorsement;
import org.copsuite.expertise.ExpertiseService;
import org.copsuite.expertise.ExpertiseService.Level;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.ledger.Projection;
import org.copsuite.notice.NoticeService;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.setting.SettingTarget;
import org.copsuite.setting.Settings;
import org.copsuite.spi.ExpertiseEvidence;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestWiki;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnEveryDatabase
class EndorsementServiceTest
{
    private static final WikiId WIKI = TestWiki.WIKI;

    private static final String TOPIC = "postgresql";

    private final TestWiki wiki = new TestWiki();

    private final UserId boss = this.wiki.administrator("boss");

    private final UserId anna = this.wiki.account("anna");

    private final UserId bert = this.wiki.account("bert");

    private final UserId cleo = this.wiki.account("cleo");

    private final UserId dora = this.wiki.account("dora");

    private final EndorsementService service = this.wiki.get(EndorsementService.class);

    private UUID open;

    private UUID secret;

    /** Anna, Bert and Cleo share an open community, Anna and Bert a private one; Dora is in none. */
    @BeforeEach
    void found() throws Exception
    {
        this.open = this.wiki.found(this.boss, "Databases", Visibility.OPEN, this.anna, this.bert, this.cleo).value();
        this.secret = this.wiki.found(this.boss, "Behind the door", Visibility.PRIVATE, this.anna, this.bert).value();
        declare(TOPIC);
    }

    @AfterEach
    void close()
    {
        this.wiki.close();
    }

    /** Bert declares a topic. */
    private void declare(String topic) throws CopException
    {
        this.wiki.get(ExpertiseService.class).declare(this.bert, WIKI, topic, Level.WORKING, "");
    }

    private Draft draft(String topic, String reason, CommunityId community)
    {
        return new Draft(UUID.randomUUID(), WIKI, this.bert, topic, reason, community);
    }

    private UUID endorse(UserId actor, String topic, CommunityId community) throws CopException
    {
        Draft draft = draft(topic, "Found the lock that stopped us.", community);
        this.service.endorse(actor, draft);
        return draft.id();
    }

    private List<EndorsedTopic> topics(UserId reader)
    {
        return this.service.topics(reader, WIKI, this.bert);
    }

    @Test
    void showsWhoEndorsedATopicAndWhy() throws Exception
    {
        endorse(this.anna, TOPIC, new CommunityId(this.open));

        assertThat(topics(this.dora)).singleElement().satisfies(topic -> {
            assertThat(topic.topic()).isEqualTo(TOPIC);
            assertThat(topic.confirmed()).isFalse();
            Endorsement endorsement = topic.endorsements().get(0);
            assertThat(endorsement.from().id()).isEqualTo(this.anna);
            assertThat(endorsement.person().id()).isEqualTo(this.bert);
            assertThat(endorsement.reason()).isEqualTo("Found the lock that stopped us.");
            assertThat(endorsement.community().id()).isEqualTo(new CommunityId(this.open));
            assertThat(endorsement.mayWithdraw()).isFalse();
        });
        assertThat(topics(UserId.GUEST)).hasSize(1);
    }

    @Test
    void twoPeopleConfirmATopic() throws Exception
    {
        endorse(this.anna, TOPIC, new CommunityId(this.open));
        endorse(this.cleo, TOPIC, new CommunityId(this.open));

        assertThat(topics(this.dora)).singleElement()
            .satisfies(topic -> assertThat(topic.confirmed()).isTrue())
            .satisfies(topic -> assertThat(topic.endorsements()).extracting(one -> one.from().id())
                .as("newest first").containsExactly(this.cleo, this.anna));
    }

    @Test
    void whatWasSaidInAPrivateCommunityIsShownToItsPeopleOnlyAndConfirmsForThemOnly() throws Exception
    {
        endorse(this.anna, TOPIC, new CommunityId(this.secret));
        endorse(this.cleo, TOPIC, new CommunityId(this.open));

        assertThat(topics(this.bert)).singleElement().satisfies(topic -> assertThat(topic.confirmed()).isTrue());
        assertThat(topics(this.dora)).singleElement().satisfies(topic -> {
            assertThat(topic.confirmed()).isFalse();
            assertThat(topic.endorsements()).extracting(one -> one.from().id()).containsExactly(this.cleo);
        });
        assertThat(this.service.latest(this.dora, WIKI, new CommunityId(this.secret), null, 10).items()).isEmpty();
        assertThat(this.service.latest(this.anna, WIKI, new CommunityId(this.secret), null, 10).items()).hasSize(1);
        assertThat(this.service.choices(this.cleo, WIKI, this.bert).communities()).extracting(one -> one.id())
            .containsExactly(new CommunityId(this.open));
    }

    @Test
    void refusesOneselfStrangersOtherTopicsAndNoReason() throws Exception
    {
        assertRefused(this.bert, draft(TOPIC, "I know it.", new CommunityId(this.open)), "person",
            "cop.endorsement.error.self");
        assertRefused(this.dora, draft(TOPIC, "I saw it.", new CommunityId(this.open)), "person",
            "cop.endorsement.error.peers");
        assertRefused(this.cleo, draft(TOPIC, "I saw it.", new CommunityId(this.secret)), "community",
            "cop.endorsement.error.community");
        assertRefused(this.anna, draft(TOPIC, "I saw it.", null), "community", "cop.endorsement.error.community");
        assertRefused(this.anna, draft("kafka", "I saw it.", new CommunityId(this.open)), "topic",
            "cop.endorsement.error.topic");
        assertRefused(this.anna, draft("", "I saw it.", new CommunityId(this.open)), "topic",
            "cop.endorsement.error.topic");
        assertRefused(this.anna, draft(TOPIC, " \u202E ", new CommunityId(this.open)), "reason",
            "cop.endorsement.error.reason.blank");
        assertRefused(this.anna, draft(TOPIC, "x".repeat(301), new CommunityId(this.open)), "reason",
            "cop.endorsement.error.reason.long");
        assertRefused(this.anna, new Draft(UUID.randomUUID(), WIKI, new UserId("xwiki:XWiki.Nobody"), TOPIC, "Because.",
            new CommunityId(this.open)), "person", "cop.endorsement.error.peers");
        assertThatThrownBy(() -> endorse(UserId.GUEST, TOPIC, new CommunityId(this.open)))
            .isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getKind()).isEqualTo(Kind.SIGN_IN));
        assertThat(topics(this.bert)).isEmpty();
    }

    private void assertRefused(UserId actor, Draft draft, String field, String key)
    {
        assertThatThrownBy(() -> this.service.endorse(actor, draft)).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getFields()).hasEntrySatisfying(field,
                message -> assertThat(message.key()).isEqualTo(key)));
    }

    @Test
    void needsNoCommunityWhereOnlyOneIsShared() throws Exception
    {
        endorse(this.cleo, TOPIC, null);
        assertThat(topics(this.dora)).hasSize(1);
    }

    @Test
    void aRepeatedRequestChangesNothingAndASecondEndorsementIsRefused() throws Exception
    {
        Draft draft = draft(TOPIC, "I saw it.", new CommunityId(this.open));
        this.service.endorse(this.anna, draft);
        this.service.endorse(this.anna, draft);
        assertThat(topics(this.dora).get(0).endorsements()).hasSize(1);

        assertConflict("cop.endorsement.error.twice", () -> endorse(this.anna, "PostgreSQL",
            new CommunityId(this.secret)));
        assertThatThrownBy(() -> this.service.endorse(this.cleo, draft)).as("the id of another's endorsement")
            .isInstanceOfSatisfying(CopException.class,
                refusal -> assertThat(refusal.getKind()).isEqualTo(Kind.NOT_FOUND));
    }

    private static void assertConflict(String key, ThrowingCallable call)
    {
        assertThatThrownBy(call).isInstanceOfSatisfying(CopException.class, refusal -> {
            assertThat(refusal.getKind()).isEqualTo(Kind.CONFLICT);
            assertThat(refusal.getText().key()).isEqualTo(key);
        });
    }

    @Test
    void theWeeksEndorsementsAreCountedEvenIfTheyWereWithdrawn() throws Exception
    {
        this.wiki.get(Settings.class).set(EndorsementSettings.WEEKLY, SettingTarget.wiki(WIKI), 2);
        declare("backups");
        declare("replication");
        this.service.withdraw(this.anna, WIKI, endorse(this.anna, TOPIC, new CommunityId(this.open)));
        assertThat(this.service.choices(this.anna, WIKI, this.bert).left()).isEqualTo(1);
        endorse(this.anna, "backups", new CommunityId(this.open));

        assertConflict("cop.endorsement.error.limit", () -> endorse(this.anna, "replication",
            new CommunityId(this.open)));
        assertThat(this.service.choices(this.anna, WIKI, this.bert).left()).isZero();
    }

    @Test
    void twentyWindowsTogetherGiveNoMoreThanTheLimit() throws Exception
    {
        for (int i = 0; i < 20; i++) {
            declare("topic-" + i);
        }
        ExecutorService windows = Executors.newFixedThreadPool(20);
        List<Future<Boolean>> answers = windows.invokeAll(IntStream.range(0, 20).<Callable<Boolean>>mapToObj(i -> () -> {
            try {
                endorse(this.anna, "topic-" + i, new CommunityId(this.open));
                return true;
            } catch (CopException e) {
                return false;
            }
        }).toList());
        windows.shutdown();
        List<Boolean> given = new ArrayList<>();
        for (Future<Boolean> answer : answers) {
            given.add(answer.get());
        }
        assertThat(given).filteredOn(one -> one).hasSize(5);
        assertThat(topics(this.dora)).hasSize(5);
    }

    @Test
    void whoGaveItWhoReceivedItAndAdministratorsWithdraw() throws Exception
    {
        for (UserId actor : List.of(this.anna, this.bert, this.boss)) {
            UUID id = endorse(this.anna, TOPIC, new CommunityId(this.open));
            assertThat(topics(actor).get(0).endorsements().get(0).mayWithdraw()).isTrue();
            assertThat(this.service.withdraw(actor, WIKI, id)).isEqualTo(this.bert);
            this.service.withdraw(actor, WIKI, id);
            assertThat(topics(this.anna)).isEmpty();
        }
        UUID open = endorse(this.anna, TOPIC, new CommunityId(this.open));
        declare("hidden");
        UUID hidden = endorse(this.anna, "hidden", new CommunityId(this.secret));
        assertKind(Kind.FORBIDDEN, this.cleo, open);
        assertKind(Kind.NOT_FOUND, this.cleo, hidden);
        assertKind(Kind.NOT_FOUND, this.cleo, UUID.randomUUID());
    }

    private void assertKind(Kind kind, UserId actor, UUID id)
    {
        assertThatThrownBy(() -> this.service.withdraw(actor, WIKI, id)).isInstanceOfSatisfying(CopException.class,
            refusal -> assertThat(refusal.getKind()).isEqualTo(kind));
    }

    @Test
    void offersTheTopicsThatOneHasNotEndorsed() throws Exception
    {
        declare("backups");
        endorse(this.anna, TOPIC, new CommunityId(this.open));

        EndorsementService.Choices choices = this.service.choices(this.anna, WIKI, this.bert);
        assertThat(choices.topics()).containsExactly("backups");
        assertThat(choices.communities()).extracting(one -> one.title()).containsExactly("Behind the door", "Databases");
        assertThat(choices.left()).isEqualTo(4);
        for (UserId nobody : List.of(this.dora, this.bert, UserId.GUEST)) {
            assertThat(this.service.choices(nobody, WIKI, this.bert).topics()).isEmpty();
        }
    }

    @Test
    void listsThoseOfACommunityPageByPageInTheOrderOfTheLedger() throws Exception
    {
        List<String> topics = IntStream.range(0, 5).mapToObj(i -> "topic-" + i).toList();
        for (String topic : topics) {
            declare(topic);
            endorse(this.anna, topic, new CommunityId(this.open));
        }
        this.wiki.database().execute("update cop_endorsement set endorsed_at = 7");
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Slice<Endorsement> slice = this.service.latest(this.dora, WIKI, new CommunityId(this.open), after, 2);
            slice.items().forEach(one -> seen.add(0, one.topic()));
            after = slice.next();
        } while (after != null);
        assertThat(seen).isEqualTo(topics);
        String other = this.service.latest(this.anna, WIKI, new CommunityId(this.open), null, 2).next();
        assertThatThrownBy(() -> this.service.latest(this.anna, WIKI, new CommunityId(this.secret), other, 2))
            .isInstanceOf(CopException.class);
    }

    @Test
    void paysTheEndorsedPersonUntilItIsWithdrawn() throws Exception
    {
        UUID id = endorse(this.anna, TOPIC, new CommunityId(this.open));
        assertThat(points()).isEqualTo(5);
        this.service.withdraw(this.anna, WIKI, id);
        assertThat(points()).isZero();
    }

    private int points() throws CopException
    {
        return this.wiki.get(RecognitionService.class).contributions(this.bert, WIKI).points();
    }

    @Test
    void notifiesTheEndorsedPersonUntilItIsWithdrawn() throws Exception
    {
        LedgerConsumer consumer = this.wiki.get(LedgerConsumer.class, "notices");
        consumer.checkpoint();
        UUID id = endorse(this.anna, TOPIC, new CommunityId(this.open));
        consume(consumer);
        NoticeService notices = this.wiki.get(NoticeService.class);
        assertThat(notices.list(this.bert, WIKI, null, 10).items()).singleElement().satisfies(notice -> {
            assertThat(notice.actor().id()).isEqualTo(this.anna);
            assertThat(notice.title()).isEqualTo(TOPIC);
            assertThat(notice.page()).hasToString(this.bert.value());
            assertThat(notice.anchor()).isEqualTo("cop-endorsements");
        });
        assertThat(notices.list(this.anna, WIKI, null, 10).items()).isEmpty();
        this.service.withdraw(this.anna, WIKI, id);
        consume(consumer);
        assertThat(notices.list(this.bert, WIKI, null, 10).items()).isEmpty();
    }

    private void consume(LedgerConsumer consumer) throws Exception
    {
        consumer.consume(this.wiki.get(Ledger.class).after(consumer.checkpoint(), 500));
    }

    @Test
    void isEvidenceForWhoMayViewIt() throws Exception
    {
        EndorsementEvidence evidence = (EndorsementEvidence) this.wiki.get(ExpertiseEvidence.class,
            "endorsed");
        endorse(this.anna, TOPIC, new CommunityId(this.secret));
        endorse(this.cleo, TOPIC, new CommunityId(this.open));
        assertThat(evidence.find(query(this.dora, null))).singleElement()
            .satisfies(one -> assertThat(one.person()).isEqualTo(this.bert))
            .satisfies(one -> assertThat(one.reason().arguments()).isEqualTo(List.of(TOPIC, 1L)));
        assertThat(evidence.find(query(this.bert, null)).get(0).reason().arguments()).isEqualTo(List.of(TOPIC, 2L));
        assertThat(evidence.find(query(this.bert, new CommunityId(this.secret))).get(0).reason().arguments())
            .isEqualTo(List.of(TOPIC, 1L));
    }

    private static ExpertiseEvidence.Query query(UserId reader, CommunityId community)
    {
        return new ExpertiseEvidence.Query(reader, WIKI, Set.of(TOPIC, "other"), community, 50);
    }

    @Test
    void aHiddenTopicIsShownWithTheEndorsementsOfNobody() throws Exception
    {
        endorse(this.anna, TOPIC, new CommunityId(this.open));
        ExpertiseService expertise = this.wiki.get(ExpertiseService.class);
        expertise.hide(this.bert, WIKI, TOPIC);
        assertThat(topics(this.dora)).isEmpty();
        assertThat(this.service.latest(this.dora, WIKI, new CommunityId(this.open), null, 10).items()).isEmpty();
        expertise.show(this.bert, WIKI, TOPIC);
        assertThat(topics(this.dora)).hasSize(1);
    }

    @Test
    void aRebuildGivesTheSameRows() throws Exception
    {
        UUID first = endorse(this.anna, TOPIC, new CommunityId(this.open));
        UUID second = endorse(this.cleo, TOPIC, new CommunityId(this.open));
        this.service.withdraw(this.anna, WIKI, first);
        List<EndorsedTopic> before = topics(this.anna);
        this.wiki.database().execute("update cop_endorsement set reason = 'damaged', withdrawn = false");
        Projection projection = this.wiki.get(Projection.class, "endorsements");
        this.wiki.get(Ledger.class).write(tx -> List.of(first, second)
            .forEach(id -> projection.rebuild(tx.session(), WIKI, id.toString())));
        assertThat(topics(this.anna)).isEqualTo(before);
    }

    @Test
    void aProfileCostsTheSameStatementsHoweverManyEndorseOneTopic() throws Exception
    {
        endorse(this.anna, TOPIC, new CommunityId(this.open));
        long few = statements();
        for (int i = 0; i < 15; i++) {
            UserId peer = this.wiki.account("peer" + i);
            this.wiki.get(CommunityService.class).appoint(this.boss, new CommunityId(this.open), peer, Role.MEMBER);
            endorse(peer, TOPIC, new CommunityId(this.open));
        }
        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(4);
    }

    private long statements()
    {
        this.wiki.database().startCounting();
        assertThat(topics(this.dora)).hasSize(1);
        return this.wiki.database().statements();
    }
}
