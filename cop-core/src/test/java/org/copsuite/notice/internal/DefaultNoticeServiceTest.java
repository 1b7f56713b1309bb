/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.copsuite.CopException;
import org.copsuite.CopException.Kind;
import org.copsuite.Slice;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityWatch;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.notice.NoticeService.MailFrequency;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.notice.WatchService;
import org.copsuite.notice.WatchService.Item;
import org.copsuite.notice.WatchTarget;
import org.copsuite.question.PostId;
import org.copsuite.question.TagWatch;
import org.copsuite.test.OnEveryDatabase;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.Test;

/** What one does with one's notices and with what one watches. */
@OnEveryDatabase
class DefaultNoticeServiceTest extends AbstractNoticeTest
{
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void listsPageByPage() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        for (int i = 0; i < 7; i++) {
            answer(this.bert, question);
        }
        follow();
        List<Long> seen = new ArrayList<>();
        String after = null;
        do {
            Slice<NoticeView> slice = this.notices.list(this.anna, WIKI, after, 3);
            slice.items().forEach(notice -> seen.add(notice.id()));
            after = slice.next();
        } while (after != null);

        assertThat(seen).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void listsInFewStatementsHoweverManyThereAre() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        for (int i = 0; i < 30; i++) {
            answer(this.bert, question);
        }
        follow();
        this.wiki.database().startCounting();
        assertThat(list(this.anna)).hasSize(30);
        assertThat(this.wiki.database().statements()).isLessThanOrEqualTo(6);
    }

    @Test
    void marksAsRead() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        answer(this.carl, question);
        follow();
        assertThat(this.notices.unread(this.anna, WIKI)).isEqualTo(2);
        long older = list(this.anna).get(1).id();
        this.notices.read(this.anna, WIKI, older);
        this.notices.read(this.anna, WIKI, older);
        assertThat(this.notices.unread(this.anna, WIKI)).isEqualTo(1);
        assertThat(list(this.anna)).extracting(NoticeView::read).containsExactly(false, true);
        long newest = list(this.anna).get(0).id();
        answer(this.fay, question);
        follow();
        this.notices.readAll(this.anna, WIKI, newest);
        assertThat(list(this.anna)).extracting(NoticeView::read).as("what came later stays")
            .containsExactly(false, true, true);
    }

    @Test
    void whatOneReadOnItsPageIsReadInTheNoticesToo() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        PostId other = ask(this.anna, "Another question of the same person");
        PostId answer = answer(this.bert, question);
        answer(this.bert, other);
        follow();
        assertThat(this.notices.unread(this.anna, WIKI)).isEqualTo(2);
        this.notices.seen(this.carl, WIKI, List.of(question.value(), answer.value()));
        this.notices.seen(UserId.GUEST, WIKI, List.of(question.value(), answer.value()));
        this.notices.seen(this.anna, WIKI, List.of(question.value(), answer.value()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.notices.unread(this.anna, WIKI)).isEqualTo(1));
        assertThat(list(this.anna)).extracting(NoticeView::read).as("newest first").containsExactly(false, true);
    }

    @Test
    void oneRequestMarksWhatSoManyPostsTellAndNoMore() throws Exception
    {
        PostId first = answer(this.bert, ask(this.anna, TITLE));
        PostId second = answer(this.bert, ask(this.anna, "Another question of the same person"));
        follow();
        assertThat(this.notices.unread(this.anna, WIKI)).isEqualTo(2);
        List<UUID> many = new ArrayList<>(Stream.generate(UUID::randomUUID).limit(500).toList());
        many.add(first.value());
        this.notices.seen(this.anna, WIKI, many);
        this.notices.seen(this.anna, WIKI, List.of(second.value()));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.notices.unread(this.anna, WIKI)).isEqualTo(1));
        assertThat(list(this.anna)).extracting(NoticeView::read).as("newest first").containsExactly(true, false);
    }

    @Test
    void showsAndMarksNobodyElsesNotices() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        follow();
        long id = list(this.anna).get(0).id();

        refusal(Kind.NOT_FOUND, () -> this.notices.read(this.carl, WIKI, id));
        refusal(Kind.NOT_FOUND, () -> this.notices.read(this.anna, WIKI, id + 1000));
        refusal(Kind.SIGN_IN, () -> this.notices.list(UserId.GUEST, WIKI, null, 10));
        refusal(Kind.SIGN_IN, () -> this.notices.read(UserId.GUEST, WIKI, id));
        refusal(Kind.SIGN_IN, () -> this.notices.readAll(UserId.GUEST, WIKI, id));
        refusal(Kind.SIGN_IN, () -> this.notices.setMailFrequency(UserId.GUEST, WIKI, MailFrequency.NONE));
        refusal(Kind.INVALID, () -> this.notices.list(this.anna, WIKI, "nonsense", 10));
        refusal(Kind.INVALID, () -> this.notices.list(this.anna, WIKI, null, 0));
        assertThat(this.notices.unread(this.anna, WIKI)).isEqualTo(1);
        assertThat(this.notices.unread(UserId.GUEST, WIKI)).isZero();
    }

    @Test
    void keepsNoListWhereTheWikiHasOne() throws Exception
    {
        this.port.startCarrying();
        PostId question = ask(this.anna, TITLE);
        answer(this.bert, question);
        assertThat(told(this.anna)).isEmpty();
        assertThat(this.notices.unread(this.anna, WIKI)).isZero();
    }

    @Test
    void remembersHowOneWantsMail() throws Exception
    {
        assertThat(this.notices.mailFrequency(this.anna, WIKI)).isEqualTo(MailFrequency.ONCE);
        for (MailFrequency wish : MailFrequency.values()) {
            this.notices.setMailFrequency(this.anna, WIKI, wish);
            assertThat(this.notices.mailFrequency(this.anna, WIKI)).isEqualTo(wish);
            assertThat(this.notices.mailFrequency(this.bert, WIKI)).isEqualTo(MailFrequency.ONCE);
        }
    }

    @Test
    void listsWhatOneWatches() throws Exception
    {
        PostId question = ask(this.anna, TITLE);
        watch(this.carl, this.watching.target(WIKI, "tag", "Loop Invariants"));
        watch(this.carl, question(question));
        watch(this.carl, proofs());
        watch(this.carl, proofs());

        assertThat(watched(this.carl)).extracting(item -> item.thing().title()).containsExactly("Proofs", TITLE, "loop-invariants");
        assertThat(watched(this.carl)).extracting(item -> item.thing().page()).startsWith(
            this.community.page(), this.queries.find(this.carl, question).page());
        assertThat(watched(this.anna)).isEmpty();
        assertThat(this.watching.choice(this.carl, question(question))).contains(true);
        assertThat(this.watching.choice(this.anna, question(question))).isEmpty();
        assertThat(this.port.unmuted()).contains(this.carl + " " + this.community.page());
        Slice<Item> first = this.watching.watched(this.carl, WIKI, null, 2);
        assertThat(this.watching.watched(this.carl, WIKI, first.next(), 2).items()).extracting(item -> item.thing().title())
            .containsExactly("loop-invariants");

        this.watching.watch(this.carl, proofs(), false);
        this.watching.watch(this.carl, proofs(), false);
        this.watching.watch(this.carl, TagWatch.of(WIKI, "loop-invariants"), false);
        this.watching.watch(this.carl, question(question), false);
        assertThat(watched(this.carl)).isEmpty();
        assertThat(this.watching.choice(this.carl, question(question))).contains(false);
    }

    private List<Item> watched(UserId who) throws CopException
    {
        return this.watching.watched(who, WIKI, null, 50).items();
    }

    @Test
    void letsOneWatchOnlyWhatOneMayView() throws Exception
    {
        CommunityView secret = found("Behind the door", CommunityService.Visibility.PRIVATE);
        PostId question = ask(this.admin, secret, TITLE);
        WatchTarget home = CommunityWatch.of(WIKI, secret.id());

        refusal(Kind.NOT_FOUND, () -> watch(this.carl, home));
        refusal(Kind.NOT_FOUND, () -> watch(this.carl, question(question)));
        refusal(Kind.NOT_FOUND, () -> watch(this.carl, question(PostId.parse("00000000-0000-0000-0000-000000000001"))));
        refusal(Kind.SIGN_IN, () -> watch(UserId.GUEST, proofs()));
        refusal(Kind.INVALID, () -> this.watching.target(WIKI, "tag", "<script>"));
        refusal(Kind.SIGN_IN, () -> this.watching.watched(UserId.GUEST, WIKI, null, 10));
        refusal(Kind.INVALID, () -> this.watching.watched(this.carl, WIKI, "nonsense", 10));
        this.watching.watch(this.carl, question(question), false);
        assertThat(this.watching.choice(this.carl, question(question))).as("nothing is kept of what one cannot see")
            .isEmpty();

        this.communities.appoint(this.admin, secret.id(), this.carl, CommunityService.Role.MEMBER);
        watch(this.carl, home);
        this.communities.remove(this.admin, secret.id(), this.carl);
        assertThat(watched(this.carl)).isEmpty();
        this.watching.watch(this.carl, home, false);
        this.communities.appoint(this.admin, secret.id(), this.carl, CommunityService.Role.MEMBER);
        assertThat(watched(this.carl)).isEmpty();
    }

    @Test
    void endsAtAnEnd() throws Exception
    {
        this.ledger.write(tx -> {
            for (int i = 0; i < WatchService.MAXIMUM; i++) {
                tx.session().persist(new WatchRow(TagWatch.of(WIKI, "tag" + i), this.carl,
                    true));
            }
        });
        assertThat(refusal(Kind.CONFLICT, () -> watch(this.carl, proofs())).getText().key())
            .isEqualTo("cop.notice.error.many");
        watch(this.carl, TagWatch.of(WIKI, "tag7"));
    }
}
