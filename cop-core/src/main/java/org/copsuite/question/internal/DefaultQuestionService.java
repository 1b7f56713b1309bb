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
import org.copsuite.PlainText;
import org.copsuite.anonymity.SealService;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.page.PageSynchroniser;
import org.copsuite.page.PageWriter;
import org.copsuite.question.AskGate;
import org.copsuite.question.AskGate.Held;
import org.copsuite.question.PostId;
import org.copsuite.question.QuestionActs;
import org.copsuite.question.QuestionActs.Closing;
import org.copsuite.question.QuestionService;
import org.copsuite.question.internal.AskCheck.Checked;
import org.copsuite.question.internal.QuestionRepository.Votes;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageDraft;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.PageObject;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Pages.PageComment;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Writes questions and answers to pages and the ledger. */
@Component
@Singleton
public class DefaultQuestionService implements QuestionService
{
    /** The maximum length of an edit summary, in characters. */
    private static final int COMMENT_LENGTH = 200;

    private static final String VALUE = "value";

    @Inject
    private Ledger ledger;

    @Inject
    private Pages pages;

    @Inject
    private PageWriter writer;

    @Inject
    @Named(QuestionPageType.TYPE)
    private QuestionPageType questionPages;

    @Inject
    @Named(AnswerPageType.TYPE)
    private AnswerPageType answerPages;

    @Inject
    private PageSynchroniser synchroniser;

    @Inject
    private Requests requests;

    @Inject
    private PostRepository posts;

    @Inject
    private PostRights rights;

    @Inject
    private DefaultPostFiles files;

    @Inject
    private ViewCounts views;

    @Inject
    private Askers askers;

    @Inject
    private Provider<SealService> seals;

    @Inject
    private AskCheck check;

    @Inject
    private Provider<List<AskGate>> gates;

    @Override
    public Post ask(UserId actor, Ask ask) throws CopException
    {
        return ask(actor, ask, List.of()).post();
    }

    @Override
    public Submission submit(UserId actor, Ask ask) throws CopException
    {
        return ask(actor, ask, this.gates.get());
    }

    private Submission ask(UserId actor, Ask ask, List<AskGate> through) throws CopException
    {
        CopException.requireAccount(actor);
        Optional<StoredPost> asked = written(actor, ask.id(), QuestionActs.ASKED);
        if (asked.isPresent()) {
            this.files.claim(actor, asked.get().author(), ask.id(), asked.get().page());
            return new Submission(asked.get().post(), null);
        }
        Checked checked = this.check.check(actor, ask);
        for (AskGate gate : through) {
            Optional<Held> held = gate.hold(actor, checked.ask());
            if (held.isPresent()) {
                return new Submission(null, held.get());
            }
        }
        UserId self = seal(actor, ask);
        Page page = this.askers.as(self, () -> this.writer.create(
            PostPageIds.question(checked.page(), ask.id(), self, checked.form(), ask.about()),
            saved -> this.questionPages.create(saved, ask.community())));
        this.files.claim(actor, self, ask.id(), page.id());
        return new Submission(new Post(new PostId(ask.id()), new PostId(ask.id()), page.id(), page.version()), null);
    }

    @Override
    public Ask check(UserId actor, Ask ask) throws CopException
    {
        return this.check.check(actor, ask).ask();
    }

    /** Returns as whom a question is asked; remembers who asks an anonymous one before anything else is written. */
    private UserId seal(UserId actor, Ask ask) throws CopException
    {
        if (!ask.anonymous()) {
            return actor;
        }
        if (!this.seals.get().isOffered(this.requests.wiki(), ask.community())) {
            throw CopException.invalid("anonymous", "cop.anonymity.error.off");
        }
        this.seals.get().seal(this.requests.wiki(), ask.id(), actor);
        return UserId.ANONYMOUS;
    }

    @Override
    public Post answer(UserId actor, PostId question, UUID id, String body) throws CopException
    {
        CopException.requireAccount(actor);
        Optional<StoredPost> answered = written(actor, id, QuestionActs.ANSWERED);
        if (answered.isPresent()) {
            this.files.claim(actor, answered.get().author(), id, answered.get().page());
            return answered.get().post();
        }
        StoredPost asked = question(actor, question);
        this.rights.takePart(actor, asked.page());
        if (asked.question().closed) {
            throw new CopException(CopException.Kind.CONFLICT, "cop.question.error.closed");
        }
        QuestionForm form = QuestionForm.answer(body);
        PageId newPage = PostPageIds.answer(asked.page(), id);
        this.check.newPage(actor, newPage);
        UserId self = this.askers.self(actor, asked.question());
        Page page = this.askers.as(self,
            () -> this.writer.create(PostPageIds.answer(newPage, id, self, asked.question().title, form.body()),
            saved -> this.answerPages.create(saved, asked.question())));
        this.files.claim(actor, self, id, page.id());
        return new Post(new PostId(id), question, page.id(), page.version());
    }

    /**
     * Finds the post that an earlier submission of the same form created.
     *
     * @throws CopException NOT_FOUND if the id belongs to something else or to another person's post
     */
    private Optional<StoredPost> written(UserId actor, UUID id, ActType<?> act) throws CopException
    {
        Optional<LedgerEntry> first = this.ledger.first(this.requests.wiki(), id);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredPost> post =
            first.get().is(act) ? this.posts.find(this.requests.wiki(), id) : Optional.empty();
        return Optional.of(post.filter(found -> first.get().getActor().equals(actor)
            || found.author().equals(this.askers.self(actor, found.question()))).orElseThrow(CopException::notFound));
    }

    @Override
    public Post edit(UserId actor, PostId id, Edit edit) throws CopException
    {
        StoredPost post = visible(actor, id);
        UserId self = self(actor, post, post.author());
        if (!this.rights.mayEdit(actor, self, post.author(), post.page())) {
            throw CopException.forbidden();
        }
        QuestionForm form = post.isAnswer() ? QuestionForm.answer(edit.body())
            : QuestionForm.question(edit.title(), edit.body(), edit.tags());
        Page now = this.pages.load(post.page()).orElseThrow(CopException::notFound);
        PageDraft draft = draft(self, edit, form, now);
        boolean changed = !now.version().equals(edit.version()) || !now.title().equals(draft.title())
            || !now.content().equals(draft.content())
            || !now.object().orElseThrow().properties().equals(draft.object().properties());
        Page page = changed ? this.askers.as(self, () -> this.writer.save(draft)) : now;
        return new Post(id, new PostId(post.question().id), page.id(), page.version());
    }

    private static PageDraft draft(UserId actor, Edit edit, QuestionForm form, Page now)
    {
        PageObject object = now.object().orElseThrow();
        boolean question = QuestionPageType.TYPE.equals(object.type());
        return new PageDraft(now.id(), question ? form.title() : now.title(), form.body(), actor, null,
            question ? PostPageIds.object(object.id(), form.tags(), object.get(QuestionPages.ABOUT)) : object,
            now.hidden(), PlainText.cut(PlainText.line(edit.comment()), COMMENT_LENGTH), edit.minor(), edit.version());
    }

    @Override
    public UUID comment(UserId actor, PostId id, UUID comment, String text) throws CopException
    {
        StoredPost post = visible(actor, id);
        UserId self = this.askers.self(actor, post.question());
        Optional<LedgerEntry> first = this.ledger.first(post.wiki(), comment);
        if (first.isPresent()) {
            boolean own = (first.get().getActor().equals(actor) || first.get().getActor().equals(self))
                && first.get().is(QuestionActs.COMMENTED)
                && id.value().equals(first.get().detail(QuestionActs.COMMENTED));
            return Optional.of(comment).filter(c -> own).orElseThrow(CopException::notFound);
        }
        this.rights.takePart(actor, post.page());
        PageComment written = new PageComment(comment, self, now(), QuestionForm.comment(text));
        return this.askers.as(self, () -> {
            this.writer.comment(post.page(), written);
            return comment;
        });
    }

    @Override
    public void deleteComment(UserId actor, UUID id) throws CopException
    {
        CopException.requireAccount(actor);
        WikiId wiki = this.requests.wiki();
        CommentRow comment = this.ledger.read(session -> QuestionRepository.comment(session, wiki, id));
        if (comment == null || comment.deleted) {
            throw CopException.notFound();
        }
        StoredPost post = this.posts.visible(actor, wiki, comment.post);
        UserId self = self(actor, post, new UserId(comment.author));
        if (!this.rights.isAuthor(self, new UserId(comment.author), post.page())
            && !this.rights.moderates(actor, post.page())) {
            throw CopException.forbidden();
        }
        this.askers.as(self, () -> this.synchroniser.suppressEvents(() -> {
            this.pages.deleteComment(post.page(), id, self);
            return this.ledger.decide(tx -> {
                if (!QuestionRepository.comment(tx.session(), wiki, id).deleted) {
                    tx.append(CommentSynchroniser.draft(post.commented(), id, QuestionActs.DELETED, self));
                }
                return null;
            });
        }));
    }

    @Override
    public Tally vote(UserId actor, PostId id, int value) throws CopException
    {
        StoredPost post = visible(actor, id);
        this.rights.takePart(actor, post.page());
        if (this.rights.isAuthor(self(actor, post, post.author()), post.author(), post.page())) {
            throw new CopException(CopException.Kind.FORBIDDEN, "cop.question.vote.own");
        }
        if (value > 1 || value < -1) {
            throw CopException.invalid(VALUE, "cop.question.vote.value");
        }
        if (value < 0 && !this.rights.hasDownVotes(post.wiki())) {
            throw CopException.invalid(VALUE, "cop.question.vote.noDown");
        }
        return this.ledger.decide(tx -> {
            Votes votes = QuestionRepository.votes(tx.session(), post, actor);
            cast(tx, post, votes, actor, value);
            return votes.with(value);
        });
    }

    private static void cast(Ledger.Transaction tx, StoredPost post, Votes votes, UserId actor, int value)
    {
        VoteRow before = votes.mine();
        if (before != null && before.value != value) {
            LedgerEntry vote = tx.session().get(LedgerEntry.class, before.sequence);
            tx.append(EntryDraft.reversing(vote, actor, now()));
            if (UserId.ANONYMOUS.equals(vote.getBeneficiary()) && !votes.author().isAnonymous()) {
                // Whoever gave their name since was paid for it then, which the reversal of the vote does not know.
                QuestionRepository.unsealedAfter(tx.session(), vote).ifPresent(at -> tx.append(
                    entry(post, actor, QuestionActs.VOTE_LOST).benefiting(votes.author()).withWeight(before.value).at(at)));
            }
        }
        if (value != 0 && (before == null || before.value != value)) {
            EntryDraft draft = entry(post, actor, QuestionActs.VOTED).benefiting(votes.author()).withWeight(value);
            tx.append(draft, votes.alive() ? post.creation() : null);
        }
    }

    @Override
    public void accept(UserId actor, PostId id, boolean accepted) throws CopException
    {
        StoredPost answer = visible(actor, id);
        if (!answer.isAnswer()) {
            throw CopException.notFound();
        }
        UserId self = askerOrModerator(actor, answer);
        this.ledger.decide(tx -> {
            Session session = tx.session();
            // Stays in the session, where the projection that marks the answer finds it.
            Long acceptance =
                session.get(AnswerRow.class, new RowKey(answer.wiki(), answer.id())).acceptedSequence;
            if (accepted && acceptance == null) {
                tx.append(repeatable(QuestionActs.accepted(answer.wiki(), self, answer.id(), answer.question().id,
                    answer.author()).in(answer.community())));
            } else if (!accepted && acceptance != null) {
                tx.append(EntryDraft.reversing(session.get(LedgerEntry.class, acceptance), self, now()));
            }
            return null;
        });
    }

    @Override
    public void close(UserId actor, PostId id, ClosingReason reason, PostId duplicateOf) throws CopException
    {
        StoredPost question = question(actor, id);
        UserId self = askerOrModerator(actor, question);
        if (reason == null) {
            throw CopException.invalid("reason", "cop.question.error.reason");
        }
        Closing closing =
            new Closing(reason, reason == ClosingReason.DUPLICATE ? original(actor, id, duplicateOf) : null);
        this.ledger.decide(tx -> {
            if (QuestionRepository.question(tx.session(), question.wiki(), question.id()).closed) {
                throw new CopException(CopException.Kind.CONFLICT, "cop.question.error.closedAlready");
            }
            tx.append(repeatable(QuestionActs.closed(question.wiki(), self, question.id(), question.author(), closing)
                .in(question.community())));
            return null;
        });
    }

    /** Finds the question of which another is a duplicate: neither the question itself nor a duplicate of it. */
    private UUID original(UserId actor, PostId question, PostId other) throws CopException
    {
        Optional<StoredPost> found = Optional.ofNullable(other)
            .flatMap(o -> this.posts.find(this.requests.wiki(), o.value()))
            .filter(p -> !p.isAnswer() && this.rights.mayView(actor, p.page()) && !p.id().equals(question.value()));
        if (found.isEmpty()) {
            throw CopException.invalid("duplicateOf", "cop.question.error.duplicateOf");
        }
        if (question.value().equals(found.get().question().duplicateOf)) {
            throw CopException.invalid("duplicateOf", "cop.question.error.duplicateCircle");
        }
        return found.get().id();
    }

    @Override
    public void reopen(UserId actor, PostId id) throws CopException
    {
        StoredPost question = question(actor, id);
        CopException.requireAccount(actor);
        UserId self = self(actor, question, question.asker());
        boolean closer = self.value().equals(question.question().closedBy)
            && this.rights.isAuthor(self, question.asker(), question.page());
        if (!closer && !this.rights.moderates(actor, question.page())) {
            throw CopException.forbidden();
        }
        this.ledger.decide(tx -> {
            if (QuestionRepository.question(tx.session(), question.wiki(), question.id()).closed) {
                tx.append(entry(question, self, QuestionActs.REOPENED));
            }
            return null;
        });
    }

    @Override
    public void delete(UserId actor, PostId id) throws CopException
    {
        StoredPost post = visible(actor, id);
        boolean untouched = post.isAnswer() ? !post.answer().accepted : post.question().answers == 0;
        UserId self = self(actor, post, post.author());
        boolean own = this.rights.isAuthor(self, post.author(), post.page());
        if (!this.rights.moderates(actor, post.page()) && !(own && untouched)) {
            throw own ? new CopException(CopException.Kind.FORBIDDEN, "cop.question.error.deleteUsed")
                : CopException.forbidden();
        }
        if (!post.isAnswer()) {
            for (AnswerRow answer : this.ledger.read(s -> QuestionRepository.answers(s, post.wiki(), post.id()))) {
                delete(self, PageId.parse(answer.page));
            }
        }
        delete(self, post.page());
    }

    private void delete(UserId self, PageId page)
    {
        this.askers.as(self, () -> {
            this.pages.load(page).ifPresent(p -> this.writer.delete(p, self));
            return null;
        });
    }

    @Override
    public boolean hasDownVotes(WikiId wiki)
    {
        return this.rights.hasDownVotes(wiki);
    }

    @Override
    public void viewed(UserId reader, String visitor, PostId question)
    {
        this.views.viewed(this.requests.wiki(), reader.isGuest() ? '?' + visitor : reader.value(), question.value());
    }

    private StoredPost visible(UserId actor, PostId id) throws CopException
    {
        CopException.requireAccount(actor);
        return this.posts.visible(actor, this.requests.wiki(), id.value());
    }

    private StoredPost question(UserId actor, PostId id) throws CopException
    {
        StoredPost post = visible(actor, id);
        return Optional.of(post).filter(p -> !p.isAnswer()).orElseThrow(CopException::notFound);
    }

    /** Returns as whom the asker of a question, or a moderator, decides on it. */
    private UserId askerOrModerator(UserId actor, StoredPost post) throws CopException
    {
        UserId self = self(actor, post, post.asker());
        if (!this.rights.isAuthor(self, post.asker(), post.page())
            && !this.rights.moderates(actor, post.questionPage())) {
            throw CopException.forbidden();
        }
        return self;
    }

    /**
     * Returns as whom somebody changes what an author wrote: an anonymous asker as such, but only where nobody else is
     * the author, since others would see which moderator it was.
     */
    private UserId self(UserId actor, StoredPost post, UserId author)
    {
        return author.isAnonymous() ? this.askers.self(actor, post.question()) : actor;
    }

    private static EntryDraft entry(StoredPost post, UserId actor, ActType<Void> act)
    {
        return repeatable(EntryDraft.of(post.wiki(), actor, act, post.id()).in(post.community())
            .benefiting(post.author()));
    }

    /** Makes an act repeatable. The caller holds the lock of the ledger and has checked that the act applies. */
    private static EntryDraft repeatable(EntryDraft draft)
    {
        return draft.at(now()).repeatable();
    }

    private static Instant now()
    {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
