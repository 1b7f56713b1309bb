/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.intake.PageKind;
import org.copsuite.ledger.Act;
import org.copsuite.ledger.Deed;
import org.copsuite.question.QuestionActs;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;

/** What the page of a question means: that it was asked, its text, its tags, its community. */
@Component(roles = {PageKind.class, QuestionKind.class})
@Named(QuestionKind.TYPE)
@Singleton
public class QuestionKind extends AbstractPostKind<QuestionRow>
{
    /** The type of the object. */
    static final String TYPE = "question";

    @Inject
    private CommunityService communities;

    @Inject
    private QuestionPages questionPages;

    @Inject
    private Provider<AboutPages> aboutPages;

    @Inject
    @Named(QuestionLedgerView.HINT)
    private QuestionLedgerView view;

    /** Knows its rows. */
    public QuestionKind()
    {
        super(QuestionRow.class);
    }

    @Override
    public int order()
    {
        return 20;
    }

    @Override
    public Act act()
    {
        return QuestionActs.ASKED;
    }

    @Override
    QuestionRow find(Session session, String wiki, UUID id)
    {
        return Statements.question(session, wiki, id);
    }

    @Override
    void rebuild(Session session, String wiki, UUID id)
    {
        this.view.rebuild(session, wiki, id.toString());
    }

    @Override
    UUID whole(QuestionRow row)
    {
        return row.community;
    }

    @Override
    boolean isEdited(QuestionRow before, QuestionRow after)
    {
        return !before.title.equals(after.title) || !before.body.equals(after.body) || !before.tags.equals(after.tags);
    }

    @Override
    public void take(Page page, UserId actor) throws CopException
    {
        take(page, actor, 1);
    }

    @Override
    public void takeCopy(Page page, UserId actor) throws CopException
    {
        take(page, actor, 0);
    }

    private void take(Page page, UserId actor, int weight) throws CopException
    {
        UUID community = this.communities.holding(page.id()).orElseThrow(CopException::forbidden);
        Deed asking = Deed.of(page.id().wiki(), page.firstAuthor(), QuestionActs.ASKED, page.object().orElseThrow().id())
            .in(community).at(page.created()).weighing(weight);
        take(page, actor, asking,
            session -> this.questionPages.write(session, page, asking.subject(), community));
    }

    @Override
    public void moved(PageId from, PageId to, UserId actor)
    {
        this.aboutPages.get().follow(from, to);
    }

    @Override
    public void learnRights(SpaceId space)
    {
        rightsOfRows().learn(space, "QuestionRow", QuestionPages::learnQuestion);
    }
}
