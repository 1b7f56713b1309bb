/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.coaching.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.FormCheck;
import org.copsuite.coaching.CoachingActs;
import org.copsuite.coaching.CoachingActs.PublishedDetail;
import org.copsuite.coaching.CoachingService;
import org.copsuite.coaching.CoachingService.HeldEdit;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.ledger.Ledger;
import org.copsuite.ledger.LedgerEntry;
import org.copsuite.ledger.RowKey;
import org.copsuite.question.PostFiles;
import org.copsuite.question.QuestionService;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.question.QuestionService.Post;
import org.copsuite.setting.Suite;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/**
 * Writes held questions. Every decision reads the row while the head of the ledger is locked.
 * <p>
 * Publishing is three writes: the row is marked, so that its text no longer changes; the question is asked under the id
 * that the row has had from the start; the row is deleted. After a crash, repeating the call or {@link CoachingTask} goes
 * on where it ended, and asking the same id again changes nothing.
 */
@Component(roles = HeldWriter.class)
@Singleton
public class HeldWriter
{
    /** After which time a mark is left over from a process that ended before it asked the question. */
    private static final Duration MARK = Duration.ofMinutes(10);

    private static final String WIKI = "wiki";

    @Inject
    private Ledger ledger;

    @Inject
    private Coaches coaches;

    @Inject
    private Provider<QuestionService> questions;

    @Inject
    private Provider<PostFiles> files;

    /**
     * @return under which id the question of a form is held back already
     * @throws CopException NOT_FOUND if somebody else sent it
     */
    Optional<UUID> heldBefore(UserId actor, WikiId wiki, UUID question) throws CopException
    {
        HeldRow row = this.ledger.read(session -> of(session, wiki, question));
        if (row != null && !row.author.equals(actor.value())) {
            throw CopException.notFound();
        }
        return Optional.ofNullable(row).map(found -> found.id);
    }

    private static HeldRow of(Session session, WikiId wiki, UUID question)
    {
        return session.createQuery("from HeldRow where wiki = :wiki and question = :question", HeldRow.class)
            .setParameter(WIKI, wiki.value()).setParameter("question", question).uniqueResult();
    }

    UUID hold(UserId actor, WikiId wiki, Ask ask) throws CopException
    {
        return this.ledger.decide(tx -> {
            HeldRow before = of(tx.session(), wiki, ask.id());
            if (before != null) {
                return Optional.of(before).filter(row -> row.author.equals(actor.value()))
                    .orElseThrow(CopException::notFound).id;
            }
            long held = tx.session().createQuery("select count(*) from HeldRow where wiki = :wiki and author = :author",
                Long.class).setParameter(WIKI, wiki.value()).setParameter("author", actor.value()).getSingleResult();
            if (held >= CoachingService.HELD_MAXIMUM) {
                throw conflict("cop.coaching.error.many", CoachingService.HELD_MAXIMUM);
            }
            HeldRow row = new HeldRow(wiki.value(), UUID.randomUUID());
            row.question = ask.id();
            row.community = ask.community().value();
            row.author = actor.value();
            row.copy(ask);
            row.about = ask.about() == null ? null : ask.about().toString();
            row.created = Instant.now().toEpochMilli();
            row.version = 1;
            tx.session().persist(row);
            tx.append(entry(row, actor, CoachingActs.HELD, null));
            this.files.get().keep(tx, wiki, actor, ask.id());
            return row.id;
        });
    }

    void edit(UserId actor, WikiId wiki, UUID id, HeldEdit edit) throws CopException
    {
        HeldRow seen = this.ledger.read(session -> session.get(HeldRow.class, new RowKey(wiki, id)));
        own(actor, wiki, seen);
        Ask now = this.questions.get().check(actor, new Ask(seen.question, new CommunityId(seen.community), edit.title(),
            edit.body(), edit.tags(), seen.aboutPage()));
        this.ledger.decide(tx -> {
            HeldRow row = own(actor, wiki, tx.session().get(HeldRow.class, new RowKey(wiki, id)));
            checkIdle(row);
            this.files.get().keep(tx, wiki, actor, row.question);
            Ask before = row.ask();
            if (before.title().equals(now.title()) && before.body().equals(now.body()) && before.tags().equals(now.tags())) {
                return null;
            }
            checkVersion(row, edit.version());
            row.copy(now);
            row.version++;
            return null;
        });
    }

    Post publish(UserId actor, WikiId wiki, UUID id, String version) throws CopException
    {
        HeldRow row = this.ledger.decide(tx -> {
            HeldRow found = tx.session().get(HeldRow.class, new RowKey(wiki, id));
            if (found != null) {
                own(actor, wiki, found);
                if (found.publishing == null) {
                    checkVersion(found, version);
                }
                found.publishing = Instant.now().toEpochMilli();
            }
            return found;
        });
        if (row == null) {
            // Published before: asking again returns the question.
            LedgerEntry entry = ended(actor, wiki, id, CoachingActs.PUBLISHED);
            return this.questions.get().ask(actor, new Ask(entry.detail(CoachingActs.PUBLISHED).question(),
                entry.getCommunity(), "", "", List.of()));
        }
        Post post;
        try {
            post = this.questions.get().ask(actor, row.ask());
        } catch (CopException e) {
            this.ledger.write(tx -> Optional.ofNullable(tx.session().get(HeldRow.class, new RowKey(wiki, id)))
                .ifPresent(found -> found.publishing = null));
            throw e;
        }
        finish(wiki, id);
        return post;
    }

    /** Deletes what was held back, of a question that was asked. */
    void finish(WikiId wiki, UUID id)
    {
        this.ledger.update(tx -> {
            HeldRow row = tx.session().get(HeldRow.class, new RowKey(wiki, id));
            if (row != null) {
                delete(tx.session(), row);
                tx.append(entry(row, new UserId(row.author), CoachingActs.PUBLISHED,
                    new PublishedDetail(row.question, row.coached)));
            }
        });
    }

    void withdraw(UserId actor, WikiId wiki, UUID id) throws CopException
    {
        this.ledger.decide(tx -> {
            HeldRow row = tx.session().get(HeldRow.class, new RowKey(wiki, id));
            if (row == null) {
                ended(actor, wiki, id, CoachingActs.WITHDRAWN);
                return null;
            }
            own(actor, wiki, row);
            checkIdle(row);
            delete(tx.session(), row);
            this.files.get().discard(tx, wiki, actor, row.question);
            tx.append(entry(row, actor, CoachingActs.WITHDRAWN, null));
            return null;
        });
    }

    void comment(UserId actor, WikiId wiki, UUID id, UUID comment, String text) throws CopException
    {
        HeldRow seen = this.ledger.read(session -> session.get(HeldRow.class, new RowKey(wiki, id)));
        boolean isCoach = mayView(actor, wiki, seen);
        FormCheck form = new FormCheck();
        String checked = form.text("text", text, 1, QuestionService.COMMENT_MAXIMUM, "cop.question.error.comment");
        form.end();
        this.ledger.decide(tx -> {
            HeldRow row = tx.session().get(HeldRow.class, new RowKey(wiki, id));
            HeldCommentRow before = tx.session().get(HeldCommentRow.class, new RowKey(wiki, comment));
            if (row == null || before != null && !(before.held.equals(id) && before.author.equals(actor.value()))) {
                throw CopException.notFound();
            }
            if (before == null) {
                if (row.comments >= CoachingService.COMMENTS_MAXIMUM) {
                    throw conflict("cop.coaching.error.comments", CoachingService.COMMENTS_MAXIMUM);
                }
                row.comments++;
                row.coached |= isCoach;
                tx.session().persist(comment(actor, row, comment, checked));
                tx.append(entry(row, actor, CoachingActs.COMMENTED, comment).benefiting(new UserId(row.author))
                    .withOccurrence(comment.toString()));
            }
            return null;
        });
    }

    private static HeldCommentRow comment(UserId actor, HeldRow held, UUID id, String text)
    {
        HeldCommentRow row = new HeldCommentRow(held.wiki, id);
        row.held = held.id;
        row.number = held.comments;
        row.author = actor.value();
        row.created = Instant.now().toEpochMilli();
        row.body = text;
        return row;
    }

    /**
     * Tells the author not to wait, once.
     *
     * @param service the account of the suite
     */
    void tell(WikiId wiki, UUID id, UserId service)
    {
        this.ledger.update(tx -> {
            HeldRow row = tx.session().get(HeldRow.class, new RowKey(wiki, id));
            if (row != null && !row.told && row.publishing == null) {
                row.told = true;
                tx.append(entry(row, service, CoachingActs.DUE, null).benefiting(new UserId(row.author)));
            }
        });
    }

    private static <D> EntryDraft entry(HeldRow row, UserId actor, ActType<D> act, D detail)
    {
        return EntryDraft.of(new WikiId(row.wiki), actor, act, row.id, detail).in(new CommunityId(row.community));
    }

    private static void delete(Session session, HeldRow row)
    {
        session.createQuery("delete from HeldCommentRow where wiki = :wiki and held = :held")
            .setParameter(WIKI, row.wiki).setParameter("held", row.id).executeUpdate();
        session.delete(row);
    }

    /**
     * Checks that a held question exists for a reader.
     *
     * @return whether the reader is a coach; false for the author
     */
    boolean mayView(UserId reader, WikiId wiki, HeldRow row) throws CopException
    {
        boolean own = row != null && row.author.equals(reader.value());
        if (row == null || reader.isGuest() || !own && !this.coaches.isCoach(wiki, new CommunityId(row.community), reader)) {
            throw CopException.notFound();
        }
        return !own;
    }

    private HeldRow own(UserId actor, WikiId wiki, HeldRow row) throws CopException
    {
        if (mayView(actor, wiki, row)) {
            throw CopException.forbidden();
        }
        return row;
    }

    /** Finds how a held question ended that its author had. */
    private LedgerEntry ended(UserId actor, WikiId wiki, UUID id, ActType<?> act) throws CopException
    {
        return this.ledger.about(wiki, id, act).stream().filter(entry -> entry.getActor().equals(actor))
            .findFirst().orElseThrow(CopException::notFound);
    }

    /** Checks that nobody is publishing it. */
    private void checkIdle(HeldRow row) throws CopException
    {
        boolean marked = row.publishing != null
            && row.publishing > Instant.now().minus(MARK).toEpochMilli();
        if (marked || this.ledger.first(new WikiId(row.wiki), row.question).isPresent()) {
            throw conflict("cop.coaching.error.publishing");
        }
        row.publishing = null;
    }

    private static void checkVersion(HeldRow row, String version) throws CopException
    {
        if (version == null || !row.versionText().equals(version.strip())) {
            UserId author = new UserId(row.author);
            Instant created = Instant.ofEpochMilli(row.created);
            throw CopException.conflict(new Page(SpaceId.of(new WikiId(row.wiki), Suite.SPACE).page("FirstQuestions"),
                row.title, row.body, author, author, created, created, row.versionText(), true, Optional.empty()));
        }
    }

    private static CopException conflict(String key, Object... arguments)
    {
        return new CopException(CopException.Kind.CONFLICT, key, arguments);
    }
}
