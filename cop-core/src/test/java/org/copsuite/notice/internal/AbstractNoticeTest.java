/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.notice.internal;

import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityWatch;
import org.copsuite.ledger.LedgerConsumer;
import org.copsuite.notice.NoticeMailWriter;
import org.copsuite.notice.NoticeService;
import org.copsuite.notice.NoticeService.NoticeView;
import org.copsuite.notice.WatchService;
import org.copsuite.notice.WatchTarget;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionWatch;
import org.copsuite.question.internal.AbstractQuestionTest;
import org.copsuite.recognition.RecognitionService;
import org.copsuite.recognition.RecognitionService.Thanks;
import org.copsuite.test.TestMail;
import org.copsuite.test.TestNotices;
import org.copsuite.wiki.Html;
import org.copsuite.wiki.Mail;
import org.copsuite.wiki.MailMessage;
import org.copsuite.wiki.Notices;
import org.copsuite.wiki.UserId;
import org.junit.jupiter.api.BeforeEach;

/** Short words for who does what, and for what people are told. */
abstract class AbstractNoticeTest extends AbstractQuestionTest
{
    protected final TestNotices port = new TestNotices();

    protected final TestMail mail = new TestMail();

    protected NoticeService notices;

    protected WatchService watching;

    protected LedgerConsumer consumer;

    @BeforeEach
    void startNotices()
    {
        this.wiki.with(Notices.class, this.port);
        this.wiki.with(Mail.class, this.mail);
        NoticeMailWriter letters = (to, told) -> new MailMessage(to.id(), told.size() + " for " + to.name(),
            String.join("\n", told.stream().map(AbstractNoticeTest::line).toList()), new Html("<p></p>"));
        this.wiki.with(NoticeMailWriter.class, letters);
        this.notices = this.wiki.get(NoticeService.class);
        this.watching = this.wiki.get(WatchService.class);
        this.consumer = this.wiki.get(LedgerConsumer.class, NoticeRepository.CONSUMER);
        // What was done until now is no news.
        this.consumer.checkpoint();
    }

    /** Lets the consumer take what stands in the ledger. */
    protected void follow() throws Exception
    {
        this.consumer.consume(this.ledger.after(this.consumer.checkpoint(), 500));
    }

    /** What somebody is told now, newest first. */
    protected List<String> told(UserId who) throws Exception
    {
        follow();
        return list(who).stream().map(AbstractNoticeTest::line).toList();
    }

    protected List<NoticeView> list(UserId who) throws CopException
    {
        return this.notices.list(who, WIKI, null, 50).items();
    }

    protected static String line(NoticeView notice)
    {
        return notice.type() + " " + notice.actor().name() + ": " + notice.title();
    }

    protected void watch(UserId who, WatchTarget what) throws CopException
    {
        this.watching.watch(who, what, true);
    }

    protected WatchTarget proofs()
    {
        return CommunityWatch.of(WIKI, this.community.id());
    }

    protected static WatchTarget question(PostId id)
    {
        return QuestionWatch.of(WIKI, id);
    }

    protected UUID thank(UserId who, UserId whom, PostId post) throws CopException
    {
        UUID id = UUID.randomUUID();
        this.wiki.get(RecognitionService.class).thank(who, new Thanks(id, WIKI, whom, "For your time", null, post));
        return id;
    }
}
