/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question;

import java.util.UUID;

import javax.inject.Named;
import javax.inject.Singleton;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.question.QuestionService.ClosingReason;
import org.copsuite.spi.Acts;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** The act types of questions, answers and comments, and drafts of entries that are appended in several places. */
@Component
@Named("question")
@Singleton
public class QuestionActs implements Acts
{
    /** The name of the type of notices of a new question, which are about the question. */
    public static final String NEW_QUESTION = "QUESTION";

    /** Asked a question. Subject: the question. */
    public static final ActType<Void> ASKED = ActType.named("asked").creating().asActivity();

    /** Answered a question. Subject: the answer; beneficiary: the asker; detail: the question. */
    public static final ActType<UUID> ANSWERED =
        ActType.named("answered").withDetail(DetailCodec.ID).creating().asActivity();

    /** Commented on a post. Subject: the comment; beneficiary: the post's author; detail: the post. */
    public static final ActType<UUID> COMMENTED =
        ActType.named("commented").withDetail(DetailCodec.ID).creating().asActivity();

    /**
     * Edited the text of a post. Subject: the post; beneficiary: its author; detail: the new version. Weight 0 for a
     * minor edit.
     */
    public static final ActType<String> EDITED =
        ActType.named("edited").withDetail(DetailCodec.TEXT).updating().asActivity();

    /** Voted on a post. Weight: +1 or -1; beneficiary: the post's author. */
    public static final ActType<Void> VOTED = ActType.named("voted").reversible();

    /**
     * Votes imported from another system without their voters. Weight: the number of votes (positive); detail: the
     * direction; actor and beneficiary: the post's author.
     */
    public static final ActType<Direction> VOTES_IMPORTED =
        ActType.named("votes-imported").withDetail(DetailCodec.name(Direction.class));

    /**
     * Accepted an answer. Subject: the answer; beneficiary: its author; detail: the question. A reversing entry
     * unaccepts the answer.
     */
    public static final ActType<UUID> ACCEPTED =
        ActType.named("accepted").withDetail(DetailCodec.ID).updating().reversible();

    /** Closed a question. */
    public static final ActType<Closing> CLOSED =
        ActType.named("closed").withDetail(DetailCodec.of(Closing::write, Closing::read)).updating();

    /** Reopened a closed question. */
    public static final ActType<Void> REOPENED = ActType.named("reopened").updating();

    /** Linked a question to a related one. Detail: the other question. */
    public static final ActType<UUID> LINKED = ActType.named("linked").withDetail(DetailCodec.ID).updating();

    /** Deleted a post or a comment. */
    public static final ActType<Void> DELETED = ActType.named("deleted").ending();

    /** Restored a deleted post or comment. */
    public static final ActType<Void> RESTORED = ActType.named("restored").restoring();

    /**
     * Moved a question to another community or an answer to another question. Community: the new one; detail: the old
     * community or the old question.
     */
    public static final ActType<UUID> MOVED = ActType.named("moved").withDetail(DetailCodec.ID).updating();

    /**
     * Gave their name for a question that they had asked anonymously. One entry for each post and comment that they wrote
     * in the thread. Subject: the post or comment; actor: who wrote it; detail: the question.
     */
    public static final ActType<UUID> UNSEALED = ActType.named("unsealed").withDetail(DetailCodec.ID).updating();

    /**
     * Has the same question. Subject: the question; detail: whether others may see the name. A reversing entry takes it
     * back.
     */
    public static final ActType<Showing> NEEDED =
        ActType.named("needed").withDetail(DetailCodec.name(Showing.class)).reversible();

    /**
     * Took away what a vote paid when the author of its post gave their name, since it was withdrawn after that.
     * Subject: the post; actor: the voter; beneficiary: the author; weight: that of the vote; time: that of
     * {@link #UNSEALED}, whose day has the points.
     */
    public static final ActType<Void> VOTE_LOST = ActType.named("unsealed-vote-lost");

    /** Whether others see who has the same question. */
    public enum Showing
    {
        /** The number and the name. */
        NAME,
        /** The number only. */
        NUMBER
    }

    /** Direction of a vote. */
    public enum Direction
    {
        /** In favour. */
        UP,
        /** Against. */
        DOWN
    }

    /**
     * How a question was closed.
     *
     * @param reason why
     * @param duplicateOf the question that it repeats, {@code null} for another reason
     */
    public record Closing(ClosingReason reason, UUID duplicateOf)
    {
        private static final DetailCodec<ClosingReason> REASON = DetailCodec.name(ClosingReason.class);

        private static String write(Closing closing)
        {
            String reason = REASON.write(closing.reason);
            return closing.duplicateOf == null ? reason : reason + ' ' + closing.duplicateOf;
        }

        private static Closing read(String text)
        {
            int end = text.indexOf(' ');
            return end < 0 ? new Closing(REASON.read(text), null)
                : new Closing(REASON.read(text.substring(0, end)), UUID.fromString(text.substring(end + 1)));
        }
    }

    /**
     * @param wiki the wiki
     * @param author who answered
     * @param answer the answer
     * @param question the question
     * @param asker who asked it
     * @return a draft of {@link #ANSWERED}
     */
    public static EntryDraft answered(WikiId wiki, UserId author, UUID answer, UUID question, UserId asker)
    {
        return EntryDraft.of(wiki, author, ANSWERED, answer, question).benefiting(asker);
    }

    /**
     * @param wiki the wiki
     * @param actor who accepted
     * @param answer the answer
     * @param question the question
     * @param author who wrote the answer
     * @return a draft of {@link #ACCEPTED}
     */
    public static EntryDraft accepted(WikiId wiki, UserId actor, UUID answer, UUID question, UserId author)
    {
        return EntryDraft.of(wiki, actor, ACCEPTED, answer, question).benefiting(author);
    }

    /**
     * @param wiki the wiki
     * @param actor who edited
     * @param post the post
     * @param author who wrote it
     * @param version the new version of its page
     * @return a draft of {@link #EDITED}
     */
    public static EntryDraft edited(WikiId wiki, UserId actor, UUID post, UserId author, String version)
    {
        return EntryDraft.of(wiki, actor, EDITED, post, version).benefiting(author);
    }

    /**
     * @param wiki the wiki
     * @param actor who closed
     * @param question the question
     * @param asker who asked it
     * @param closing how it was closed
     * @return a draft of {@link #CLOSED}
     */
    public static EntryDraft closed(WikiId wiki, UserId actor, UUID question, UserId asker, Closing closing)
    {
        return EntryDraft.of(wiki, actor, CLOSED, question, closing).benefiting(asker);
    }
}
