/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.PlainText;
import org.copsuite.Tags;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.RowKey;
import org.copsuite.page.RowRights.RightsChange;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Writes the columns of questions and answers that come from their pages: text, tags, location, version; no others. */
@Component(roles = QuestionPages.class)
@Singleton
public class QuestionPages
{
    /** The property of the page object with the tags of a question. */
    static final String TAGS = "tags";

    /** The property of the page object with the reference of the page that a question is about, including the wiki. */
    static final String ABOUT = "about";

    private static final int TITLE = 255;

    private static final int TAGS_LENGTH = 1000;

    @Inject
    private Access access;

    @Inject
    private Markup markup;

    /**
     * A row that was written from its page.
     *
     * @param row the row, detached from the session
     * @param edited whether it was known before, with another text or with other tags or another title
     * @param <R> the kind of row
     */
    record Written<R extends PostRow>(R row, boolean edited)
    {
    }

    /**
     * Inserts the row of a question, or updates it from its page.
     *
     * @param community the community whose space holds the page
     */
    Written<QuestionRow> write(Session session, Page page, UUID id, CommunityId community)
    {
        QuestionRow before = QuestionRepository.question(session, page.id().wiki(), id);
        if (before == null) {
            return new Written<>(insert(session, page, id, community), false);
        }
        QuestionRow row = session.get(QuestionRow.class, new RowKey(new WikiId(before.wiki), id));
        row.community = community.value();
        copy(page, row);
        session.flush();
        session.evict(row);
        if (!before.tags.equals(row.tags)) {
            TagTables.write(session, row);
        }
        recount(session, before, row);
        return new Written<>(row,
            !before.title.equals(row.title) || !before.body.equals(row.body) || !before.tags.equals(row.tags));
    }

    /**
     * Inserts the row of a question.
     *
     * @param community the community whose space holds the page
     * @return the row, detached from the session
     */
    QuestionRow insert(Session session, Page page, UUID id, CommunityId community)
    {
        QuestionRow row = new QuestionRow();
        row.community = community.value();
        copy(page, row);
        row.wiki = page.id().wiki().value();
        row.id = id;
        row.author = page.firstAuthor().value();
        row.created = page.created().toEpochMilli();
        row.active = row.created;
        row.hot = Hotness.of(0, 0, row.created);
        QuestionRepository.insert(session, row);
        TagTables.insert(session, row);
        recount(session, null, row);
        return row;
    }

    /** Updates the deciding space of a question and the counters of its tags. */
    static void updateQuestionRights(Session session, RightsChange change)
    {
        QuestionRow before = QuestionRepository.question(session, change.wiki(), change.id());
        rights(session, "QuestionRow", change);
        recount(session, before, QuestionRepository.question(session, change.wiki(), change.id()));
    }

    /** Updates the deciding space of an answer. */
    static void updateAnswerRights(Session session, RightsChange change)
    {
        rights(session, "AnswerRow", change);
    }

    private static void rights(Session session, String entity, RightsChange change)
    {
        QuestionRepository.update(session, entity, "space = :space, ownRights = :own", change.wiki(), change.id())
            .setParameter("space", change.space().toString()).setParameter("own", change.ownRights()).executeUpdate();
    }

    private static void recount(Session session, QuestionRow before, QuestionRow row)
    {
        boolean same = before != null && before.tags.equals(row.tags) && before.community.equals(row.community)
            && before.space.equals(row.space) && before.ownRights == row.ownRights;
        if (!same && !row.deleted) {
            if (before != null) {
                TagTables.count(session, before, -1);
            }
            TagTables.count(session, row, 1);
        }
    }

    private void copy(Page page, QuestionRow row)
    {
        String title = PlainText.line(page.title());
        row.page = page.id().toString();
        row.space = this.access.decidingSpace(page.id()).toString();
        row.ownRights = this.access.hasOwnRights(page.id());
        row.title = PlainText.cut(title.isEmpty() ? page.id().name() : title, TITLE);
        row.body = PlainText.block(page.content());
        row.summary = Summary.of(row.body, this.markup::plain);
        row.tags = tags(page);
        row.about = about(page).map(PageId::toString).orElse(null);
        row.version = page.version();
    }

    /**
     * @return the page that a question is about; empty if its object names none, a malformed one or one of another wiki
     */
    static Optional<PageId> about(Page page)
    {
        String reference = page.object().orElseThrow().get(ABOUT);
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PageId.parse(reference)).filter(
                about -> about.wiki().equals(page.id().wiki()) && about.toString().length() <= PageId.MAXIMUM);
        } catch (IllegalArgumentException e) {
            // The property holds something other than a page reference: the question is not about a page.
            return Optional.empty();
        }
    }

    private static String tags(Page page)
    {
        String tags = Tags.join(Tags.normalise(Tags.split(page.object().orElseThrow().get(TAGS))));
        return tags.length() <= TAGS_LENGTH ? tags : tags.substring(0, tags.lastIndexOf(' ', TAGS_LENGTH - 1) + 1);
    }

    /**
     * Inserts the row of an answer and its text, or updates them from its page.
     *
     * @param question the question in whose space the page lies
     */
    Written<AnswerRow> write(Session session, Page page, UUID id, QuestionRow question)
    {
        boolean known = QuestionRepository.answer(session, page.id().wiki(), id) != null;
        AnswerRow row;
        if (known) {
            row = session.get(AnswerRow.class, new RowKey(page.id().wiki(), id));
            copy(page, row, question);
        } else {
            row = persisted(session, page, id, question);
        }
        boolean other = writeText(session, page, id);
        session.evict(row);
        return new Written<>(row, known && other);
    }

    /** @return whether there was another text before */
    private static boolean writeText(Session session, Page page, UUID id)
    {
        String body = PlainText.block(page.content());
        AnswerTextRow text = session.get(AnswerTextRow.class, new RowKey(page.id().wiki(), id));
        boolean edited = text != null && !text.body.equals(body);
        if (text == null) {
            text = new AnswerTextRow(page.id().wiki(), id, body);
            session.persist(text);
        }
        text.body = body;
        session.flush();
        session.evict(text);
        return edited;
    }

    /**
     * Inserts the row of an answer and its text. Both stay in the session, where the projection completes the row before
     * it is written.
     *
     * @param question the question in whose space the page lies
     */
    void insert(Session session, Page page, UUID id, QuestionRow question)
    {
        persisted(session, page, id, question);
        session.persist(new AnswerTextRow(page.id().wiki(), id, PlainText.block(page.content())));
    }

    private AnswerRow persisted(Session session, Page page, UUID id, QuestionRow question)
    {
        AnswerRow row = new AnswerRow();
        copy(page, row, question);
        row.wiki = page.id().wiki().value();
        row.id = id;
        row.author = page.firstAuthor().value();
        row.created = page.created().toEpochMilli();
        session.persist(row);
        return row;
    }

    private void copy(Page page, AnswerRow row, QuestionRow question)
    {
        row.question = question.id;
        row.community = question.community;
        row.page = page.id().toString();
        row.space = this.access.decidingSpace(page.id()).toString();
        row.ownRights = this.access.hasOwnRights(page.id());
        row.version = page.version();
    }
}
