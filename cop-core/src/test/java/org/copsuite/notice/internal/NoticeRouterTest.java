/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityWatch;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Role;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.person.Persons;
import org.copsuite.person.Persons.Imported;
import org.copsuite.question.NeedService;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionService.Edit;
import org.copsuite.question.TagWatch;
import org.copsuite.recognition.RecognitionActs;
import org.copsuite.recognition.RecognitionActs.ThanksDetail;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.setting.Suite;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.test.TestPeople;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

/** Who is told what. */
@OnEveryDatabase
class NoticeRouterTest extends AbstractNoticeTest
{
    @Test
    void tellsTheAskerOfAnAnswerAndNobodyElse() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);

        assertThat(told(this.anna)).containsExactly("ANSWER Bert: " + TITLE);
        assertThat(told(this.bert)).isEmpty();
        assertThat(told(this.carl)).isEmpty();
        assertThat(list(this.anna).get(0).page()).isEqualTo(this.queries.find(this.anna, question).page());
        assertThat(list(this.anna).get(0).anchor()).startsWith("cop-post-");
    }

    @Test
    void tellsEarlierAnswerersAndWatchersOfAnAnswer() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        follow();
        watch(this.carl, question(question));
        answer(this.fay, question);

        assertThat(told(this.anna)).containsExactly("ANSWER Fay: " + TITLE, "ANSWER Bert: " + TITLE);
        assertThat(told(this.bert)).containsExactly("ANSWER Fay: " + TITLE);
        assertThat(told(this.carl)).containsExactly("ANSWER Fay: " + TITLE);
        assertThat(told(this.fay)).isEmpty();
    }

    @Test
    void tellsWhoHasTheQuestionTooUntilTheyTakeItBack() throws Exception
    {
        NeedService needs = this.wiki.get(NeedService.class);
        PostId question = ask(this.anna, TITLE);
        this.watching.watch(this.carl, question(question), false);
        watch(this.fay, question(question));
        for (UserId one : List.of(this.bert, this.carl, this.fay)) {
            needs.set(one, question, true);
        }
        answer(this.admin, question);
        for (UserId one : List.of(this.bert, this.carl, this.fay)) {
            assertThat(told(one)).as("once, also after a refusal").containsExactly("ANSWER Admin: " + TITLE);
        }

        needs.set(this.bert, question, false);
        needs.set(this.fay, question, false);
        this.watching.watch(this.carl, question(question), false);
        answer(this.anna, question);
        assertThat(told(this.bert)).as("takes it back").hasSize(1);
        assertThat(told(this.carl)).as("has it, but wants no notices").hasSize(1);
        assertThat(told(this.fay)).as("watches it, too").hasSize(2);
    }

    @Test
    void tellsNobodyWhoSaidNo() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        this.watching.watch(this.anna, question(question), false);
        answer(this.bert, question);
        this.service.comment(this.bert, question, UUID.randomUUID(), "Which loop?");

        assertThat(told(this.anna)).isEmpty();
    }

    @Test
    void tellsWhoWatchesTheCommunityOrATagOfANewQuestionOnce() throws Exception
    {
        watch(this.bert, proofs());
        watch(this.bert, this.watching.target(WIKI, "TAG", "Loops"));
        watch(this.carl, TagWatch.of(WIKI, "loops"));
        ask(this.anna, TITLE, "loops", "logic");

        assertThat(told(this.bert)).containsExactly("QUESTION Anna: " + TITLE);
        assertThat(told(this.carl)).containsExactly("QUESTION Anna: " + TITLE);
        assertThat(told(this.fay)).as("a member who did not choose it").isEmpty();
    }

    @Test
    void tellsNobodyWhatOneDoesOneself() throws Exception
    {
        watch(this.anna, proofs());
        PostId question = ask(this.anna, TITLE, "loops");
        PostId answer = answer(this.anna, question);
        this.service.comment(this.anna, answer, UUID.randomUUID(), "By me.");
        this.service.accept(this.anna, answer, true);

        assertThat(told(this.anna)).isEmpty();
    }

    @Test
    void tellsAnAuthorOfACommentAcceptanceAndThanks() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        UUID comment = UUID.randomUUID();
        this.service.comment(this.anna, answer, comment, "Thank you, but why?");
        this.service.accept(this.anna, answer, true);
        thank(this.anna, this.bert, answer);

        assertThat(told(this.bert)).containsExactly("THANKS Anna: " + TITLE, "ACCEPTED Anna: " + TITLE,
            "COMMENT Anna: " + TITLE);
        assertThat(list(this.bert).get(2).anchor()).isEqualTo("cop-comment-" + comment);
    }

    @Test
    void tellsOfNoVotesAndNoEdits() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        this.service.vote(this.bert, question, 1);

        assertThat(told(this.anna)).isEmpty();
    }

    @Test
    void takesBackWhatWasTakenBack() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        UUID comment = UUID.randomUUID();
        this.service.comment(this.anna, answer, comment, "Hm.");
        this.service.accept(this.anna, answer, true);
        UUID thanks = thank(this.anna, this.bert, answer);
        assertThat(told(this.bert)).hasSize(3);

        this.service.deleteComment(this.anna, comment);
        this.service.accept(this.anna, answer, false);
        this.wiki.get(RecognitionService.class).withdrawThanks(this.anna, WIKI, thanks);
        assertThat(told(this.bert)).isEmpty();
        this.service.accept(this.anna, answer, true);
        assertThat(told(this.bert)).containsExactly("ACCEPTED Anna: " + TITLE);
    }

    @Test
    void keepsThanksFromWhereRecognitionIsOff() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        RecognitionService recognition = this.wiki.get(RecognitionService.class);
        thank(this.bert, this.anna, question);
        recognition.setTakesPart(this.anna, WIKI, false);
        assertThat(told(this.anna)).as("left before it was told").isEmpty();
        recognition.setTakesPart(this.anna, WIKI, true);
        thank(this.bert, this.anna, null);
        assertThat(told(this.anna)).containsExactly("THANKS Bert: ");
        recognition.setOn(this.admin, WIKI, false);
        assertThat(told(this.anna)).as("switched off after it was told").isEmpty();
        assertThat(this.notices.unread(this.anna, WIKI)).isZero();
    }

    @Test
    void tellsOnlyMembersOfWhatIsPrivateAndOnlyWhileTheyAre() throws Exception
    {
        CommunityView secret = found("Behind the door", CommunityService.Visibility.PRIVATE);
        this.communities.appoint(this.admin, secret.id(), this.anna, Role.MEMBER);
        this.communities.appoint(this.admin, secret.id(), this.bert, Role.MEMBER);
        assertThat(told(this.bert)).containsExactly("ADDED Admin: Behind the door");
        watch(this.bert, CommunityWatch.of(WIKI, secret.id()));
        watch(this.bert, TagWatch.of(WIKI, "loops"));
        watch(this.carl, TagWatch.of(WIKI, "loops"));
        PostId question = ask(this.anna, secret, TITLE, "loops");
        assertThat(told(this.bert)).hasSize(2);
        assertThat(told(this.carl)).isEmpty();
        assertThat(this.notices.unread(this.bert, WIKI)).isEqualTo(2);

        this.communities.remove(this.admin, secret.id(), this.bert);
        assertThat(told(this.bert)).as("at the time of reading").isEmpty();
        answer(this.anna, question);
        ask(this.anna, secret, "Another one that nobody sees?", "loops");
        assertThat(told(this.bert)).as("at the time of writing").isEmpty();
        this.communities.appoint(this.admin, secret.id(), this.bert, Role.MEMBER);
        assertThat(told(this.bert)).containsExactly("ADDED Admin: Behind the door", "QUESTION Anna: " + TITLE,
            "ADDED Admin: Behind the door");
    }

    @Test
    void asksForAPageWithRightsOfItsOwn() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        assertThat(told(this.anna)).hasSize(1);
        this.wiki.access().restrict(this.queries.find(this.bert, answer).page(), Set.of(this.bert));
        this.service.edit(this.bert, answer, new Edit(null, "Hidden now.", List.of(),
            view(this.bert, question).answers().get(0).version(), "", false));
        assertThat(told(this.anna)).isEmpty();
    }

    @Test
    void doesNotTellWhatIsOld() throws Exception
    {
        UUID old = UUID.randomUUID();
        watch(this.bert, proofs());
        PostId question = ask(this.anna, TITLE);
        assertThat(told(this.bert)).hasSize(1);
        EntryDraft draft = QuestionActs.accepted(WIKI, this.carl, old, question.value(), this.anna).in(this.community.id());
        this.ledger.write(tx -> tx.append(EntryDraft.of(WIKI, this.carl, QuestionActs.COMMENTED,
            UUID.randomUUID(), question.value()).in(this.community.id()).benefiting(this.anna)
            .at(Instant.now().minus(Duration.ofDays(3)))));
        this.ledger.write(tx -> tx.append(draft));
        assertThat(told(this.anna)).isEmpty();
    }

    @Test
    void tellsTheAccountBehindAnImportedName() throws Exception
    {
        UserId once = Imported.idOf("old.example.org", "7");
        Persons persons = this.wiki.get(Persons.class);
        persons.addImported(WIKI, List.of(new Imported(once, "Annie", "", Instant.now(), null)));
        this.ledger.write(tx -> tx.append(EntryDraft.of(WIKI, this.bert, RecognitionActs.THANKED,
            UUID.randomUUID(), new ThanksDetail(null, "Once more")).benefiting(once)));
        assertThat(told(this.anna)).isEmpty();
        persons.link(this.admin, WIKI, once, this.anna);
        this.ledger.write(tx -> tx.append(EntryDraft.of(WIKI, this.bert, RecognitionActs.THANKED,
            UUID.randomUUID(), new ThanksDetail(null, "Again")).benefiting(once)));
        assertThat(told(this.anna)).containsExactly("THANKS Bert: ");
    }

    @Test
    void tellsThousandsInGroupsEachOnceAlsoAfterACrash() throws Exception
    {
        int many = 3 * NoticeConsumer.GROUP + 7;
        List<UserId> people = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            UserId person = this.wiki.account("reader" + i);
            people.add(person);
        }
        this.ledger.write(tx -> people
            .forEach(person -> tx.session().persist(new WatchRow(proofs(), person, true))));
        TestPeople accounts = this.wiki.people();
        accounts.remove(people.get(0));
        ask(this.anna, TITLE);
        long before = this.consumer.checkpoint();
        follow();
        assertThat(rows()).isEqualTo(many - 1L);
        assertThat(batches()).isGreaterThan(3);

        // What a crash just before the position was written leaves.
        this.ledger.write(tx -> tx.session().createQuery("update CheckpointRow set sequence = :sequence")
            .setParameter("sequence", before).executeUpdate());
        this.ledger.write(tx -> tx.session()
            .createQuery("delete from NoticeRow where person = :person").setParameter("person", people.get(9).value())
            .executeUpdate());
        NoticeConsumer restarted = (NoticeConsumer) this.wiki.afterItWasKilled().with(Notices.class,
            this.port).get(LedgerConsumer.class, NoticeRepository.CONSUMER);
        restarted.consume(this.ledger.after(restarted.checkpoint(), 500));
        assertThat(rows()).isEqualTo(many - 1L);
        restarted.dispose();
    }

    @Test
    void writesNothingThatAnotherNodeHasWritten() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        follow();
        NoticeConsumer other = (NoticeConsumer) this.wiki.afterItWasKilled().with(Notices.class,
            this.port).get(LedgerConsumer.class, NoticeRepository.CONSUMER);
        long sequence = other.checkpoint();
        answer(this.bert, question);
        follow();
        list(this.anna);
        this.notices.readAll(this.anna, WIKI, Long.MAX_VALUE);
        this.ledger.write(tx -> tx.session().createQuery("delete from NoticeRow").executeUpdate());
        other.consume(this.ledger.after(sequence, 500));
        assertThat(rows()).as("the other has read the same rows and finds them taken").isZero();
        other.dispose();
    }

    private long rows()
    {
        return this.ledger
            .read(session -> session.createQuery("select count(sequence) from NoticeRow", Long.class).getSingleResult());
    }

    private long batches()
    {
        return this.ledger.read(session -> session.createQuery("select count(distinct batch) from NoticeRow", Long.class)
            .getSingleResult());
    }

    @Test
    void tellsNothingWhereTheSuiteIsOff() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        assertThat(told(this.anna)).hasSize(1);
        answer(this.carl, question);
        this.wiki.get(Suite.class).turn(WIKI, false);
        assertThat(told(this.anna)).isEmpty();
        assertThat(this.notices.unread(this.anna, WIKI)).isZero();
        this.wiki.get(Suite.class).turn(WIKI, true);
        assertThat(told(this.anna)).as("what was done meanwhile is no news later").hasSize(1);
    }

    @Test
    void tellsNothingOfADeletedPost() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId answer = answer(this.bert, question);
        assertThat(told(this.anna)).hasSize(1);
        this.service.delete(this.bert, answer);
        assertThat(told(this.anna)).isEmpty();
        assertThat(this.notices.unread(this.anna, WIKI)).isZero();
    }
}
