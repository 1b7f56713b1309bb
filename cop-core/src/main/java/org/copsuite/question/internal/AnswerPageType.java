/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.Optional;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.DetailCodec;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.page.PageType;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** The page type of answers: a page with an answer object answers the question in whose space it lies. */
@Component(roles = {PageType.class, AnswerPageType.class})
@Named(AnswerPageType.TYPE)
@Singleton
public class AnswerPageType extends AbstractPostPageType<AnswerRow>
{
    /** The type of the page object. */
    static final String TYPE = "answer";

    @Inject
    private Provider<Pages> pages;

    @Inject
    @Named(QuestionPageType.TYPE)
    private PageType questions;

    @Inject
    private QuestionPages questionPages;

    @Inject
    @Named(AnswerProjection.HINT)
    private AnswerProjection projection;

    /** Creates the page type for {@link AnswerRow}. */
    public AnswerPageType()
    {
        super(AnswerRow.class);
    }

    @Override
    public int order()
    {
        return 30;
    }

    @Override
    public ActType<?> creationAct()
    {
        return QuestionActs.ANSWERED;
    }

    @Override
    protected AnswerRow find(Session session, WikiId wiki, UUID id)
    {
        return QuestionRepository.answer(session, wiki, id);
    }

    @Override
    void rebuild(Session session, WikiId wiki, UUID id)
    {
        this.projection.rebuild(session, wiki, id.toString());
    }

    @Override
    UUID container(AnswerRow row)
    {
        return row.question;
    }

    @Override
    UUID thread(EntryDraft creation)
    {
        return DetailCodec.ID.read(creation.detail());
    }

    @Override
    public void synchronise(Page page, UserId actor) throws CopException
    {
        synchronise(page, actor, 1);
    }

    @Override
    public void synchroniseCopy(Page page, UserId actor) throws CopException
    {
        synchronise(page, actor, 0);
    }

    private void synchronise(Page page, UserId actor, int weight) throws CopException
    {
        QuestionRow question = question(page, actor);
        EntryDraft answering = answering(page, question).withWeight(weight);
        synchronise(page, actor, answering,
            session -> this.questionPages.write(session, page, answering.subject(), question));
    }

    /**
     * Records an answer whose page was just saved.
     *
     * @param question the question in whose space the page lies
     */
    void create(Page page, QuestionRow question) throws CopException
    {
        EntryDraft answering = answering(page, question);
        create(page, answering, session -> this.questionPages.insert(session, page, answering.subject(), question));
    }

    private static EntryDraft answering(Page page, QuestionRow question)
    {
        return QuestionActs.answered(page.id().wiki(), page.firstAuthor(), page.object().orElseThrow().id(), question.id,
            new UserId(question.author)).in(new CommunityId(question.community)).at(page.created());
    }

    /**
     * Finds the question in whose space the page lies. Synchronises the question first if its projection does not know
     * its current page yet, for instance after a move.
     *
     * @throws CopException FORBIDDEN if there is no such question
     */
    private QuestionRow question(Page page, UserId actor) throws CopException
    {
        Optional<QuestionRow> known = around(page);
        if (known.isEmpty()) {
            Optional<Page> home = this.pages.get().load(page.id().space().home())
                .filter(p -> p.object().map(o -> QuestionPageType.TYPE.equals(o.type())).orElse(false));
            if (home.isPresent()) {
                this.questions.synchronise(home.get(), actor);
                known = around(page);
            }
        }
        return known.orElseThrow(CopException::forbidden);
    }

    private Optional<QuestionRow> around(Page page)
    {
        return ledger().read(session -> QuestionRepository.questionAround(session, page.id().space()));
    }

    @Override
    public void updateRights(SpaceId space)
    {
        rowRights().update(space, "AnswerRow", QuestionPages::updateAnswerRights);
    }
}
