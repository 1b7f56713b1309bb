/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.intake.PageKind;
import org.copsuite.intake.RightsOfRows;
import org.copsuite.ledger.Act;
import org.copsuite.ledger.Deed;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.ViewKeys;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.internal.CommentPages.CommentedPost;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** What the page of an answer means: that its question was answered, and its text. */
@Component
@Named(AnswerKind.TYPE)
@Singleton
public class AnswerKind implements PageKind
{
    /** The type of the object. */
    static final String TYPE = "answer";

    @Inject
    private Ledger ledger;

    @Inject
    private Provider<Pages> pages;

    @Inject
    @Named(QuestionKind.TYPE)
    private PageKind questions;

    @Inject
    private PostRights rights;

    @Inject
    private QuestionPages questionPages;

    @Inject
    private CommentPages comments;

    @Inject
    @Named(AnswerLedgerView.HINT)
    private AnswerLedgerView view;

    @Inject
    private RightsOfRows rightsOfRows;

    @Override
    public int order()
    {
        return 30;
    }

    @Override
    public Act act()
    {
        return QuestionActs.ANSWERED;
    }

    @Override
    public Optional<PageId> place(String wiki, UUID id)
    {
        return this.ledger.read(session -> Optional.ofNullable(Statements.answer(session, wiki, id))
            .filter(row -> !row.deleted).map(row -> PageId.parse(row.page)));
    }

    @Override
    public boolean isTaken(Page page)
    {
        UUID id = page.object().orElseThrow().id();
        return this.ledger.read(session -> {
            AnswerRow row = Statements.answer(session, page.id().wiki(), id);
            return row != null && !row.deleted && row.version.equals(page.version())
                && row.page.equals(page.id().toString()) && this.comments.isTaken(session, page, row.comments);
        });
    }

    @Override
    public void take(Page page) throws CopException
    {
        QuestionRow question = question(page);
        Deed answering =
            Deed.of(page.id().wiki(), page.firstAuthor(), QuestionActs.ANSWERED, page.object().orElseThrow().id())
                .in(question.community).benefiting(new UserId(question.author)).at(page.created())
                .saying(question.id.toString());
        this.ledger.record(recording -> {
            recording.flush();
            if (Statements.entry(recording.session(), answering).isEmpty()) {
                this.rights.takePart(page.firstAuthor(), page.id());
                this.questionPages.write(recording.session(), page, answering.subject(), question);
                recording.append(answering);
            } else {
                update(recording, page, answering, question);
            }
            recording.flush();
            AnswerRow row = Statements.answer(recording.session(), answering.wiki(), answering.subject());
            this.comments.take(recording, page, CommentedPost.of(row));
            return null;
        });
    }

    /** The question that the place gives; where the move of its page was not heard of yet, it is taken first. */
    private QuestionRow question(Page page) throws CopException
    {
        Optional<QuestionRow> known = around(page);
        if (known.isEmpty()) {
            Optional<Page> home = this.pages.get().load(page.id().space().home())
                .filter(p -> p.object().map(o -> QuestionKind.TYPE.equals(o.type())).orElse(false));
            if (home.isPresent()) {
                this.questions.take(home.get());
                known = around(page);
            }
        }
        return known.orElseThrow(CopException::forbidden);
    }

    private Optional<QuestionRow> around(Page page)
    {
        return this.ledger.read(session -> Statements.questionAround(session, page.id().space()));
    }

    private void update(Ledger.Recording recording, Page page, Deed answering, QuestionRow question)
    {
        Session session = recording.session();
        AnswerRow before = Statements.answer(session, answering.wiki(), answering.subject());
        if (before == null) {
            this.view.rebuild(session, answering.wiki(), answering.subject().toString());
            return;
        }
        AnswerRow after = this.questionPages.write(session, page, before.id, question);
        if (before.deleted) {
            recording.append(deed(before, after, QuestionActs.RESTORED, page));
        }
        if (!before.question.equals(after.question)) {
            recording.append(deed(before, after, QuestionActs.MOVED, page).saying(before.question.toString()));
        }
        if (!before.body.equals(after.body)) {
            recording.append(deed(before, after, QuestionActs.EDITED, page).at(page.updated()).saying(page.version())
                .occurrence(page.version() + '@' + page.updated().toEpochMilli()));
        }
    }

    /** A deed that can be done again; whether it is to be done was decided under the lock of the ledger. */
    private static Deed deed(AnswerRow before, AnswerRow after, Act act, Page page)
    {
        return Deed.of(before.wiki, page.author(), act, before.id).in(after.community)
            .benefiting(new UserId(before.author)).occurrence(UUID.randomUUID().toString());
    }

    @Override
    public void gone(String wiki, UUID id, UserId actor, Instant at)
    {
        this.ledger.write(recording -> {
            recording.flush();
            AnswerRow row = Statements.answer(recording.session(), wiki, id);
            if (row != null && !row.deleted) {
                recording.append(Deed.of(wiki, actor, QuestionActs.DELETED, id).in(row.community)
                    .benefiting(new UserId(row.author)).at(at).occurrence(UUID.randomUUID().toString()));
            }
        });
    }

    @Override
    public void learnRights(SpaceId space)
    {
        this.rightsOfRows.learn(space, "AnswerRow", QuestionPages::learnAnswer);
    }

    @Override
    public List<UUID> present(String wiki, UUID after, int limit)
    {
        return this.ledger.read(session -> ViewKeys.present(session, wiki, after, limit, "AnswerRow"));
    }
}
