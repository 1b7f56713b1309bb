/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.PlainText;
import org.copsuite.Tags;
import org.copsuite.ledger.RowKey;
import org.copsuite.page.RowRights.RightsChange;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Markup;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** Writes into the rows of questions and answers what their pages say: text, tags, place, version; nothing else. */
@Component(roles = QuestionPages.class)
@Singleton
public class QuestionPages
{
    /** The property with the tags of a question. */
    static final String TAGS = "tags";

    /** The property with the page that a question is about: its reference, with the wiki. */
    static final String ABOUT = "about";

    private static final int TITLE = 255;

    private static final int SUMMARY = 200;

    private static final int TAGS_LENGTH = 1000;

    @Inject
    private Access access;

    @Inject
    private Markup markup;

    /**
     * Makes the row of a question, or brings it up to its page.
     *
     * @param community the community that the page's place gives
     * @return the row, out of the session
     */
    QuestionRow write(Session session, Page page, UUID id, UUID community)
    {
        QuestionRow before = QuestionRepository.question(session, page.id().wiki(), id);
        QuestionRow row = before == null ? new QuestionRow() : session.get(QuestionRow.class, new RowKey(before.wiki, id));
        row.community = community;
        copy(page, row);
        if (before == null) {
            row.wiki = page.id().wiki();
            row.id = id;
            row.author = page.firstAuthor().value();
            row.created = page.created().toEpochMilli();
            row.active = row.created;
            row.hot = Hotness.of(0, 0, row.created);
            session.persist(row);
        }
        session.flush();
        session.evict(row);
        if (before == null || !before.tags.equals(row.tags)) {
            TagTables.write(session, row);
        }
        recount(session, before, row);
        return row;
    }

    /** Lets a question learn which space decides for it, with the counters of its tags. */
    static void updateQuestionRights(Session session, RightsChange learned)
    {
        QuestionRow before = QuestionRepository.question(session, learned.wiki(), learned.id());
        rights(session, "QuestionRow", learned);
        recount(session, before, QuestionRepository.question(session, learned.wiki(), learned.id()));
    }

    /** Lets an answer learn which space decides for it. */
    static void updateAnswerRights(Session session, RightsChange learned)
    {
        rights(session, "AnswerRow", learned);
    }

    private static void rights(Session session, String entity, RightsChange learned)
    {
        QuestionRepository.update(session, entity, "space = :space, ownRights = :own", learned.wiki(), learned.id())
            .setParameter("space", learned.space().toString()).setParameter("own", learned.ownRights()).executeUpdate();
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
        row.summary = PlainText.cut(PlainText.line(this.markup.plain(row.body)), SUMMARY);
        row.tags = tags(page);
        row.about = about(page).map(PageId::toString).orElse(null);
        row.version = page.version();
    }

    /** The page that a question is about, in the same wiki, if its object names one. */
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
            // Somebody wrote something else there: then it is about no page.
            return Optional.empty();
        }
    }

    private static String tags(Page page)
    {
        String tags = Tags.join(Tags.normalise(Tags.split(page.object().orElseThrow().get(TAGS))));
        return tags.length() <= TAGS_LENGTH ? tags : tags.substring(0, tags.lastIndexOf(' ', TAGS_LENGTH - 1) + 1);
    }

    /**
     * Makes the row of an answer, or brings it up to its page.
     *
     * @param question the question that the page's place gives
     * @return the row, out of the session
     */
    AnswerRow write(Session session, Page page, UUID id, QuestionRow question)
    {
        AnswerRow before = QuestionRepository.answer(session, page.id().wiki(), id);
        AnswerRow row = before == null ? new AnswerRow() : session.get(AnswerRow.class, new RowKey(before.wiki, id));
        row.question = question.id;
        row.community = question.community;
        row.page = page.id().toString();
        row.space = this.access.decidingSpace(page.id()).toString();
        row.ownRights = this.access.hasOwnRights(page.id());
        row.body = PlainText.block(page.content());
        row.version = page.version();
        if (before == null) {
            row.wiki = page.id().wiki();
            row.id = id;
            row.author = page.firstAuthor().value();
            row.created = page.created().toEpochMilli();
            session.persist(row);
        }
        session.flush();
        session.evict(row);
        return row;
    }
}
