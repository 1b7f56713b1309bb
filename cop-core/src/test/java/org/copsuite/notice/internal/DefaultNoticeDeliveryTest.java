/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityWatch;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.db.ThreadSession;
import org.copsuite.notice.NoticeDelivery;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.question.PostId;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.Notice;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;

/** How notices leave the suite. */
@OnEveryDatabase
class DefaultNoticeDeliveryTest extends AbstractNoticeTest
{
    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.WARN);

    private NoticeDelivery deliveries;

    @BeforeEach
    void startDeliveries()
    {
        this.deliveries = this.wiki.get(NoticeDelivery.class);
        this.deliveries.start();
    }

    @AfterEach
    void stopDeliveries()
    {
        this.deliveries.stop();
    }

    private void deliver() throws Exception
    {
        follow();
        assertThat(this.deliveries.await(Duration.ofSeconds(20))).isTrue();
    }

    /** What waits for later is due now. */
    private void passTime()
    {
        this.ledger.write(tx -> tx.session()
            .createQuery("update NoticeRow set due = 1 where due is not null").executeUpdate());
    }

    private List<String> subjects()
    {
        return this.mail.sent().stream().map(letter -> letter.to() + ": " + letter.subject()).toList();
    }

    @Test
    void mailsOnce() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        deliver();
        assertThat(subjects()).containsExactly(this.anna + ": 1 for Anna");
        assertThat(this.mail.sent()).extracting(MailMessage::plain).containsExactly("ANSWER Bert: " + TITLE);
        passTime();
        deliver();
        assertThat(subjects()).hasSize(1);
    }

    @Test
    void mailsTogetherWhatCameTogether() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        this.deliveries.stop();
        answer(this.bert, question);
        answer(this.carl, question);
        follow();
        this.deliveries.start();
        deliver();
        assertThat(subjects()).containsExactlyInAnyOrder(this.bert + ": 1 for Bert",
            this.anna + ": 2 for Anna");
    }

    @Test
    void mailsNobodyWhoDoesNotWantItOrCannotGetIt() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        this.notices.setMailFrequency(this.anna, WIKI, MailFrequency.NONE);
        this.mail.except(this.bert);
        answer(this.bert, question);
        answer(this.carl, question);
        deliver();
        this.notices.setMailFrequency(this.anna, WIKI, MailFrequency.ONCE);
        passTime();
        deliver();
        assertThat(subjects()).isEmpty();
        assertThat(list(this.anna)).hasSize(2);
        assertThat(list(this.bert)).hasSize(1);
    }

    @Test
    void mailsAMorningsLetterOfWhatWasNotRead() throws Exception
    {
        this.notices.setMailFrequency(this.anna, WIKI, MailFrequency.DAILY);
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        answer(this.bert, question);
        answer(this.bert, question);
        deliver();
        assertThat(subjects()).isEmpty();
        this.notices.read(this.anna, WIKI, list(this.anna).get(0).id());
        passTime();
        deliver();
        assertThat(subjects()).containsExactly(this.anna + ": 2 for Anna");
        passTime();
        deliver();
        assertThat(subjects()).as("quiet where there is nothing").hasSize(1);
    }

    @Test
    void countsMorningsByTheReadersClock()
    {
        ZonedDateTime night = ZonedDateTime.of(2026, 3, 28, 23, 30, 0, 0, ZoneId.of("Europe/Berlin"));
        assertThat(NoticeRepository.nextMorning(night)).isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
        assertThat(NoticeRepository.nextMorning(night.plusHours(3))).isEqualTo(Instant.parse("2026-03-29T05:00:00Z"));
        assertThat(NoticeRepository.nextMorning(night.plusDays(1))).isEqualTo(Instant.parse("2026-03-30T05:00:00Z"));
    }

    @Test
    void mailsOnlyWhatMayStillBeViewed() throws Exception
    {
        CommunityView secret = found("Behind the door", CommunityService.Visibility.PRIVATE);
        this.communities.appoint(this.admin, secret.id(), this.anna, Role.MEMBER);
        this.communities.appoint(this.admin, secret.id(), this.bert, Role.MEMBER);
        deliver();
        this.mail.sent().clear();
        this.deliveries.stop();
        PostId question = ask(this.anna, secret, TITLE);
        answer(this.bert, question);
        follow();
        this.communities.remove(this.admin, secret.id(), this.anna);
        this.deliveries.start();
        deliver();
        assertThat(subjects()).isEmpty();
    }

    @Test
    void triesAgainWhatCouldNotBeSent() throws Exception
    {
        this.mail.setBroken(true);
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        deliver();
        assertThat(this.logs.getMessage(0)).contains("Failed to send a mail")
            .contains("The mail server does not answer.");
        assertThat(subjects()).isEmpty();
        this.mail.setBroken(false);
        deliver();
        assertThat(subjects()).as("not at once").isEmpty();
        passTime();
        deliver();
        assertThat(subjects()).hasSize(1);
        this.mail.setBroken(true);
        answer(this.bert, question);
        for (int i = 0; i < 12; i++) {
            deliver();
            passTime();
        }
        assertThat(this.logs.getMessage(10)).contains("gives up");
        for (int i = 1; i < 10; i++) {
            assertThat(this.logs.getMessage(i)).contains("will retry");
        }
    }

    @Test
    void handsOverToAWikiThatCarriesInGroups() throws Exception
    {
        this.port.startCarrying();
        List<UserId> people = new ArrayList<>();
        for (int i = 0; i < NoticeConsumer.GROUP + 5; i++) {
            people.add(this.wiki.account("reader" + i));
        }
        this.ledger.write(tx -> people
            .forEach(person -> tx.session().persist(new WatchRow(proofs(), person, true))));
        PostId question = ask(this.anna, TITLE);
        follow();
        deliver();
        assertThat(this.port.carried()).as("one that says more may follow").isEmpty();
        passTime();
        deliver();
        assertThat(this.port.carried()).hasSize(2);
        assertThat(this.port.carried().values()).allSatisfy(notice -> {
            assertThat(notice.type()).isEqualTo("QUESTION");
            assertThat(notice.actor()).isEqualTo(this.anna);
            assertThat(notice.title()).isEqualTo(TITLE);
            assertThat(notice.page()).isEqualTo(this.queries.find(this.anna, question).page());
            assertThat(this.port.people(notice.id())).hasSizeLessThanOrEqualTo(NoticeConsumer.GROUP);
        });
        assertThat(this.port.carried().keySet().stream().mapToInt(id -> this.port.people(id).size()).sum())
            .isEqualTo(people.size());
        assertThat(subjects()).as("the wiki mails what it carries").isEmpty();
    }

    @Test
    void handsOverTheSameUnderTheSameIdAfterACrash() throws Exception
    {
        this.port.startCarrying();
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        deliver();
        UUID id = this.port.carried().keySet().iterator().next();
        this.ledger.write(tx -> tx.session().createQuery("update NoticeRow set due = 1").executeUpdate());
        deliver();
        assertThat(this.port.carried().keySet()).containsExactly(id);
        assertThat(this.port.people(id)).containsExactly(this.anna.value());
    }

    @Test
    void holdsNeitherConnectionNorLedgerWhileTheWikiTakesANotice() throws Exception
    {
        this.port.startCarrying();
        List<Boolean> bound = new ArrayList<>();
        this.port.doMeanwhile(() -> {
            bound.add(this.wiki.get(ThreadSession.class).current().isPresent());
            // Another thread writes: this hangs where the head of the ledger is locked.
            CompletableFuture.runAsync(() -> this.ledger.write(tx -> tx.session()
                .createQuery("update NoticeRow set seen = true where sequence < 0").executeUpdate()))
                .orTimeout(15, TimeUnit.SECONDS).join();
        });
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        deliver();
        assertThat(bound).containsExactly(false);
        assertThat(this.port.carried()).hasSize(1);
    }

    @Test
    void handsOverAgainWhereTheProcessEndedMeanwhile() throws Exception
    {
        this.port.startCarrying();
        this.port.doMeanwhile(() -> {
            throw new StackOverflowError("As if the process had ended.");
        });
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        deliver();
        assertThat(this.port.carried()).isEmpty();
        assertThat(this.logs.getMessage(0)).contains("Failed to deliver notices");
        this.port.doMeanwhile(() -> { });
        deliver();
        assertThat(this.port.carried()).as("another node may be at it").isEmpty();
        passTime();
        deliver();
        assertThat(this.port.carried()).hasSize(1);
        passTime();
        deliver();
        assertThat(this.port.carried()).hasSize(1);
    }

    @Test
    void handsOverTheRestWhereTheWikiDoesNotTakeOne() throws Exception
    {
        this.port.startCarrying();
        this.port.refuse("ANSWER");
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        this.service.comment(this.bert, question, UUID.randomUUID(), "What for?");
        deliver();
        assertThat(this.port.carried().values()).extracting(Notice::type).containsExactly("COMMENT");
        assertThat(this.logs.getMessage(0)).contains("failed to accept a notice for 1 people");
        this.port.refuse(null);
        deliver();
        assertThat(this.port.carried()).as("not at once").hasSize(1);
        passTime();
        deliver();
        assertThat(this.port.carried().values()).extracting(Notice::type)
            .containsExactlyInAnyOrder("COMMENT", "ANSWER");
    }

    @Test
    void handsOverOnlyWhatMayStillBeViewed() throws Exception
    {
        this.port.startCarrying();
        CommunityView secret = found("Behind the door", CommunityService.Visibility.PRIVATE);
        this.communities.appoint(this.admin, secret.id(), this.anna, Role.MEMBER);
        this.communities.appoint(this.admin, secret.id(), this.bert, Role.MEMBER);
        watch(this.anna, CommunityWatch.of(WIKI, secret.id()));
        this.deliveries.stop();
        ask(this.bert, secret, TITLE);
        follow();
        this.communities.remove(this.admin, secret.id(), this.anna);
        this.deliveries.start();
        passTime();
        deliver();
        assertThat(this.port.carried().values()).extracting(Notice::type).doesNotContain("QUESTION");
    }

    @Test
    void forgetsWhatIsOld() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        answer(this.carl, question);
        follow();
        long oldest = list(this.anna).get(1).id();
        long old = Instant.now().minus(Duration.ofDays(200)).toEpochMilli();
        this.ledger.write(tx -> tx.session().createQuery("update NoticeRow set at = :old where sequence = :sequence")
            .setParameter("old", old).setParameter("sequence", oldest).executeUpdate());
        this.wiki.get(NoticeMailer.class).purgeOld();
        assertThat(list(this.anna)).hasSizeLessThanOrEqualTo(2);
        NoticeMailer fresh = this.wiki.afterItWasKilled().get(NoticeMailer.class);
        fresh.purgeOld();
        assertThat(list(this.anna)).hasSize(1);
    }
}
