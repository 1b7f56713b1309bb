/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.copsuite.ledger.Act;
import org.copsuite.ledger.Deed;
import org.copsuite.ledger.Ledger;
import org.copsuite.question.PostImport.Answer;
import org.copsuite.question.PostImport.Batch;
import org.copsuite.question.PostImport.Closing;
import org.copsuite.question.PostImport.Comment;
import org.copsuite.question.PostImport.Counts;
import org.copsuite.question.PostImport.Edit;
import org.copsuite.question.PostImport.Link;
import org.copsuite.question.PostImport.Question;
import org.copsuite.question.PostImport.Vote;
import org.copsuite.question.PostImport.VoteDay;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.internal.CommentPages.CommentedPost;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;

/** Says in the ledger what a batch of imported posts is, in one transaction. */
final class ImportRecording
{
    private final Ledger.Recording recording;

    private final QuestionPages questionPages;

    private final String wiki;

    private final UUID community;

    private int comments;

    private int up;

    private int down;

    private int links;

    private int skipped;

    ImportRecording(Ledger.Recording recording, QuestionPages questionPages, String wiki, UUID community)
    {
        this.recording = recording;
        this.questionPages = questionPages;
        this.wiki = wiki;
        this.community = community;
    }

    /**
     * @param batch what to write
     * @param written the pages of those of its posts that are new
     */
    Counts write(Batch batch, Map<UUID, Page> written)
    {
        this.recording.flush();
        int questions = 0;
        for (Question question : batch.questions()) {
            if (written.containsKey(question.id()) && Statements.question(session(), this.wiki, question.id()) == null) {
                write(question, written.get(question.id()));
                questions++;
            }
        }
        this.recording.flush();
        int answers = 0;
        int accepted = 0;
        for (Answer answer : batch.answers()) {
            QuestionRow question = Statements.question(session(), this.wiki, answer.question());
            if (question == null) {
                this.skipped++;
            } else if (written.containsKey(answer.id())
                && Statements.answer(session(), this.wiki, answer.id()) == null)
            {
                write(answer, written.get(answer.id()), question);
                answers++;
                accepted += answer.accepted() == null ? 0 : 1;
            }
        }
        this.recording.flush();
        batch.comments().forEach(this::write);
        batch.votes().forEach(this::write);
        batch.links().forEach(this::write);
        return new Counts(questions, answers, accepted, this.comments, this.up, this.down, this.links, this.skipped);
    }

    private Session session()
    {
        return this.recording.session();
    }

    private void write(Question question, Page page)
    {
        this.questionPages.write(session(), page, question.id(), this.community);
        Statements.update(session(), "QuestionRow", "views = :views", this.wiki, question.id())
            .setParameter("views", question.views()).executeUpdate();
        this.recording.append(deed(question.author(), QuestionActs.ASKED, question.id()).at(question.created()));
        edit(question.id(), question.author(), question.edit(), page);
        votes(question.id(), question.author(), question.votes());
        close(question);
    }

    private void write(Answer answer, Page page, QuestionRow question)
    {
        UserId asker = new UserId(question.author);
        this.questionPages.write(session(), page, answer.id(), question);
        this.recording.append(deed(answer.author(), QuestionActs.ANSWERED, answer.id()).in(question.community)
            .benefiting(asker).at(answer.created()).saying(question.id.toString()));
        edit(answer.id(), answer.author(), answer.edit(), page);
        votes(answer.id(), answer.author(), answer.votes());
        if (answer.accepted() != null) {
            this.recording.append(deed(asker, QuestionActs.ACCEPTED, answer.id()).in(question.community)
                .benefiting(answer.author()).at(answer.accepted()).saying(question.id.toString()).occurrence("import"));
        }
    }

    private void edit(UUID post, UserId author, Edit edit, Page page)
    {
        if (edit != null) {
            this.recording.append(deed(edit.by(), QuestionActs.EDITED, post).benefiting(author).at(edit.at())
                .saying(page.version()).occurrence("import"));
        }
    }

    /** Nobody knows who cast them: the author stands where an actor must stand. */
    private void votes(UUID post, UserId author, List<VoteDay> days)
    {
        for (VoteDay day : days) {
            votes(post, author, day, "up", day.up());
            votes(post, author, day, "down", day.down());
            this.up += day.up();
            this.down += day.down();
        }
    }

    private void votes(UUID post, UserId author, VoteDay day, String detail, int count)
    {
        if (count > 0) {
            this.recording.append(deed(author, QuestionActs.VOTES_IMPORTED, post).benefiting(author).weighing(count)
                .at(day.day().atStartOfDay().toInstant(ZoneOffset.UTC)).saying(detail)
                .occurrence(detail + '/' + day.day()));
        }
    }

    private void close(Question question)
    {
        Closing closing = question.closing();
        if (closing != null) {
            String reason = closing.reason().name().toLowerCase(Locale.ROOT);
            this.recording.append(deed(closing.by(), QuestionActs.CLOSED, question.id()).benefiting(question.author())
                .at(closing.at()).saying(closing.duplicateOf() == null ? reason : reason + ' ' + closing.duplicateOf())
                .occurrence("import"));
        }
    }

    private void write(Comment comment)
    {
        CommentedPost post = post(comment.post());
        if (post == null) {
            this.skipped++;
        } else if (Statements.comment(session(), this.wiki, comment.id()) == null) {
            CommentPages.add(this.recording,
                new PageComment(comment.id(), comment.author(), comment.created(), comment.text()), post, 1);
            this.comments++;
        }
    }

    private void write(Vote vote)
    {
        CommentedPost post = post(vote.post());
        if (post == null) {
            this.skipped++;
        } else if (!post.author().equals(vote.voter()) && session().get(VoteRow.class,
            new VoteRow.Key(this.wiki, vote.post(), vote.voter().value())) == null)
        {
            this.recording.append(deed(vote.voter(), QuestionActs.VOTED, vote.post()).in(post.community())
                .benefiting(post.author()).weighing(vote.value()).at(vote.at())
                .occurrence("import/" + UUID.nameUUIDFromBytes(
                    vote.voter().value().getBytes(StandardCharsets.UTF_8))));
            this.up += vote.value() > 0 ? 1 : 0;
            this.down += vote.value() > 0 ? 0 : 1;
        }
    }

    private void write(Link link)
    {
        QuestionRow question = Statements.question(session(), this.wiki, link.question());
        if (question == null || Statements.question(session(), this.wiki, link.other()) == null) {
            this.skipped++;
        } else if (session().get(LinkRow.class, new LinkRow.Key(this.wiki, link.question(), link.other())) == null) {
            this.recording.append(deed(link.by(), QuestionActs.LINKED, link.question()).in(question.community)
                .benefiting(new UserId(question.author)).at(link.at()).saying(link.other().toString())
                .occurrence(link.other().toString()));
            this.recording.flush();
            this.links++;
        }
    }

    private CommentedPost post(UUID id)
    {
        QuestionRow question = Statements.question(session(), this.wiki, id);
        if (question != null) {
            return CommentedPost.of(question);
        }
        AnswerRow answer = Statements.answer(session(), this.wiki, id);
        return answer == null ? null : CommentedPost.of(answer);
    }

    private Deed deed(UserId actor, Act act, UUID subject)
    {
        return Deed.of(this.wiki, actor, act, subject).in(this.community);
    }
}
