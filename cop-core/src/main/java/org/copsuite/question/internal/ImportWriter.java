/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
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
import org.copsuite.question.QuestionActs.Direction;
import org.copsuite.question.internal.CommentSynchroniser.CommentedPost;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;

/** Appends the ledger entries of a batch of imported posts, in one transaction. */
final class ImportWriter
{
    private final Ledger.Transaction tx;

    private final QuestionPages questionPages;

    private final WikiId wiki;

    private final CommunityId community;

    private int comments;

    private int up;

    private int down;

    private int links;

    private int skipped;

    ImportWriter(Ledger.Transaction tx, QuestionPages questionPages, WikiId wiki, CommunityId community)
    {
        this.tx = tx;
        this.questionPages = questionPages;
        this.wiki = wiki;
        this.community = community;
    }

    /**
     * @param batch the batch
     * @param written the pages of the new posts of the batch, by id of the post
     * @return the numbers of added items
     */
    Counts write(Batch batch, Map<UUID, Page> written)
    {
        int questions = 0;
        for (Question question : batch.questions()) {
            if (written.containsKey(question.id()) && QuestionRepository.question(session(), this.wiki,
                question.id()) == null) {
                write(question, written.get(question.id()));
                questions++;
            }
        }
        this.tx.applyPending();
        int answers = 0;
        int accepted = 0;
        for (Answer answer : batch.answers()) {
            QuestionRow question = QuestionRepository.question(session(), this.wiki, answer.question());
            if (question == null) {
                this.skipped++;
            } else if (written.containsKey(answer.id())
                && QuestionRepository.answer(session(), this.wiki, answer.id()) == null)
            {
                write(answer, written.get(answer.id()), question);
                answers++;
                accepted += answer.accepted() == null ? 0 : 1;
            }
        }
        this.tx.applyPending();
        batch.comments().forEach(this::write);
        batch.votes().forEach(this::write);
        batch.links().forEach(this::write);
        return new Counts(questions, answers, accepted, this.comments, this.up, this.down, this.links, this.skipped);
    }

    private Session session()
    {
        return this.tx.session();
    }

    private void write(Question question, Page page)
    {
        this.questionPages.write(session(), page, question.id(), this.community);
        QuestionRepository.update(session(), "QuestionRow", "views = :views", this.wiki, question.id())
            .setParameter("views", question.views()).executeUpdate();
        this.tx.append(draft(question.author(), QuestionActs.ASKED, question.id(), null).at(question.created()));
        edit(question.id(), question.author(), question.edit(), page);
        votes(question.id(), question.author(), question.votes());
        close(question);
    }

    private void write(Answer answer, Page page, QuestionRow question)
    {
        UserId asker = new UserId(question.author);
        this.questionPages.write(session(), page, answer.id(), question);
        this.tx.append(QuestionActs.answered(this.wiki, answer.author(), answer.id(), question.id, asker)
            .in(new CommunityId(question.community)).at(answer.created()));
        edit(answer.id(), answer.author(), answer.edit(), page);
        votes(answer.id(), answer.author(), answer.votes());
        if (answer.accepted() != null) {
            this.tx.append(QuestionActs.accepted(this.wiki, asker, answer.id(), question.id, answer.author())
                .in(new CommunityId(question.community)).at(answer.accepted()).withOccurrence("import"));
        }
    }

    private void edit(UUID post, UserId author, Edit edit, Page page)
    {
        if (edit != null) {
            this.tx.append(QuestionActs.edited(this.wiki, edit.by(), post, author, page.version()).in(this.community)
                .at(edit.at()).withOccurrence("import"));
        }
    }

    /** The voters are unknown, but an entry needs an actor: uses the author. */
    private void votes(UUID post, UserId author, List<VoteDay> days)
    {
        for (VoteDay day : days) {
            votes(post, author, day, Direction.UP, day.up());
            votes(post, author, day, Direction.DOWN, day.down());
            this.up += day.up();
            this.down += day.down();
        }
    }

    private void votes(UUID post, UserId author, VoteDay day, Direction direction, int count)
    {
        if (count > 0) {
            this.tx.append(draft(author, QuestionActs.VOTES_IMPORTED, post, direction).benefiting(author)
                .withWeight(count).at(day.day().atStartOfDay().toInstant(ZoneOffset.UTC))
                .withOccurrence(direction.name().toLowerCase(Locale.ROOT) + '/' + day.day()));
        }
    }

    private void close(Question question)
    {
        Closing closing = question.closing();
        if (closing != null) {
            this.tx.append(QuestionActs.closed(this.wiki, closing.by(), question.id(), question.author(),
                new QuestionActs.Closing(closing.reason(), closing.duplicateOf()))
                .in(this.community).at(closing.at()).withOccurrence("import"));
        }
    }

    private void write(Comment comment)
    {
        CommentedPost post = post(comment.post());
        if (post == null) {
            this.skipped++;
        } else if (QuestionRepository.comment(session(), this.wiki, comment.id()) == null) {
            CommentSynchroniser.add(this.tx,
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
            new VoteRow.Key(this.wiki.value(), vote.post(), vote.voter().value())) == null)
        {
            this.tx.append(draft(vote.voter(), QuestionActs.VOTED, vote.post(), null).in(post.community())
                .benefiting(post.author()).withWeight(vote.value()).at(vote.at())
                .withOccurrence("import/" + UUID.nameUUIDFromBytes(
                    vote.voter().value().getBytes(StandardCharsets.UTF_8))));
            this.up += vote.value() > 0 ? 1 : 0;
            this.down += vote.value() > 0 ? 0 : 1;
        }
    }

    private void write(Link link)
    {
        QuestionRow question = QuestionRepository.question(session(), this.wiki, link.question());
        if (question == null || QuestionRepository.question(session(), this.wiki, link.other()) == null) {
            this.skipped++;
        } else if (session().get(LinkRow.class, new LinkRow.Key(this.wiki.value(), link.question(),
            link.other())) == null) {
            this.tx.append(draft(link.by(), QuestionActs.LINKED, link.question(),
                link.other()).in(new CommunityId(question.community))
                .benefiting(new UserId(question.author)).at(link.at())
                .withOccurrence(link.other().toString()));
            this.tx.applyPending();
            this.links++;
        }
    }

    private CommentedPost post(UUID id)
    {
        QuestionRow question = QuestionRepository.question(session(), this.wiki, id);
        if (question != null) {
            return CommentedPost.of(question);
        }
        AnswerRow answer = QuestionRepository.answer(session(), this.wiki, id);
        return answer == null ? null : CommentedPost.of(answer);
    }

    private <D> EntryDraft draft(UserId actor, ActType<D> act, UUID subject, D detail)
    {
        return EntryDraft.of(this.wiki, actor, act, subject, detail).in(this.community);
    }
}
