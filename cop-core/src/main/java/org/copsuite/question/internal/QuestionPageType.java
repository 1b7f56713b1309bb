/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.ledger.ActType;
import org.copsuite.ledger.CommunityId;
import org.copsuite.ledger.EntryDraft;
import org.copsuite.page.PageType;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** The page type of questions: a page with a question object asks a question in the community whose space holds it. */
@Component(roles = {PageType.class, QuestionPageType.class})
@Named(QuestionPageType.TYPE)
@Singleton
public class QuestionPageType extends AbstractPostPageType<QuestionRow>
{
    /** The type of the page object. */
    static final String TYPE = "question";

    @Inject
    private CommunityService communities;

    @Inject
    private QuestionPages questionPages;

    @Inject
    private Provider<AboutReferences> aboutPages;

    @Inject
    @Named(QuestionProjection.HINT)
    private QuestionProjection projection;

    /** Creates the page type for {@link QuestionRow}. */
    public QuestionPageType()
    {
        super(QuestionRow.class);
    }

    @Override
    public int order()
    {
        return 20;
    }

    @Override
    public ActType<?> creationAct()
    {
        return QuestionActs.ASKED;
    }

    @Override
    protected QuestionRow find(Session session, WikiId wiki, UUID id)
    {
        return QuestionRepository.question(session, wiki, id);
    }

    @Override
    void rebuild(Session session, WikiId wiki, UUID id)
    {
        this.projection.rebuild(session, wiki, id.toString());
    }

    @Override
    UUID container(QuestionRow row)
    {
        return row.community;
    }

    @Override
    UUID thread(EntryDraft creation)
    {
        return creation.subject();
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
        CommunityId community = this.communities.holding(page.id()).orElseThrow(CopException::forbidden);
        EntryDraft asking = asking(page, community).withWeight(weight);
        synchronise(page, actor, asking,
            session -> this.questionPages.write(session, page, asking.subject(), community));
    }

    /**
     * Records a question whose page was just saved.
     *
     * @param community the community that holds the page
     */
    void create(Page page, CommunityId community) throws CopException
    {
        EntryDraft asking = asking(page, community);
        create(page, asking, session -> this.questionPages.insert(session, page, asking.subject(), community));
    }

    private static EntryDraft asking(Page page, CommunityId community)
    {
        return EntryDraft.of(page.id().wiki(), page.firstAuthor(), QuestionActs.ASKED,
            page.object().orElseThrow().id()).in(community).at(page.created());
    }

    @Override
    public void pageMoved(PageId from, PageId to, UserId actor)
    {
        this.aboutPages.get().replace(from, to);
    }

    @Override
    public void updateRights(SpaceId space)
    {
        rowRights().update(space, "QuestionRow", QuestionPages::updateQuestionRights);
    }
}
