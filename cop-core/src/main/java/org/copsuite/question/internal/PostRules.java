/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.question.QuestionQueries.PostMay;
import org.copsuite.question.QuestionQueries.QuestionMay;
import org.copsuite.question.QuestionService;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** What a reader may do with a question and its answers: said once, for the page that offers it. */
@Component(roles = PostRules.class)
@Singleton
public class PostRules
{
    @Inject
    private Access access;

    @Inject
    private Settings settings;

    /** @return the reader's standing on a question's page, asked once for the question and all its answers */
    Standing standing(UserId reader, PageId question, Person asker)
    {
        boolean account = !reader.isGuest() && !reader.isImported();
        return new Standing(reader, account && this.access.has(reader, Right.COMMENT, question),
            account && this.access.has(reader, Right.EDIT, question),
            account && this.access.has(reader, Right.MODERATE, question), isSame(reader, asker),
            this.settings.get(question.wiki(), QuestionService.DOWN_VOTES).map(Boolean::parseBoolean).orElse(true));
    }

    /** Also an imported person whom an administrator has linked to the reader's account is the reader. */
    static boolean isSame(UserId reader, Person author)
    {
        return !reader.isGuest() && author.id().equals(reader);
    }

    /**
     * How a reader stands to a question.
     *
     * @param reader who
     * @param takesPart whether the reader may comment there
     * @param edits whether the reader may edit there
     * @param moderates whether the reader moderates there
     * @param asked whether the reader asked it
     * @param downVotes whether votes down are on
     */
    record Standing(UserId reader, boolean takesPart, boolean edits, boolean moderates, boolean asked,
        boolean downVotes)
    {
        QuestionMay question(QuestionRow question)
        {
            boolean closedBySelf = this.asked && this.reader.value().equals(question.closedBy);
            return new QuestionMay(this.takesPart && !question.closed,
                !question.closed && (this.moderates || (this.asked && this.takesPart)),
                question.closed && (this.moderates || closedBySelf));
        }

        PostMay post(QuestionRow question)
        {
            return may(this.asked, false, this.asked && question.answers == 0);
        }

        PostMay post(AnswerRow answer, Person author)
        {
            boolean mine = isSame(this.reader, author);
            return may(mine, this.moderates || (this.asked && this.takesPart), mine && !answer.accepted);
        }

        private PostMay may(boolean mine, boolean accept, boolean deleteOwn)
        {
            boolean others = this.takesPart && !mine;
            return new PostMay(others, others && this.downVotes, this.takesPart, this.edits || (mine && this.takesPart),
                accept, this.moderates || (deleteOwn && this.takesPart), others);
        }
    }
}
