/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.question.QuestionService.Ask;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Pages;
import org.copsuite.wiki.Requests;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** Checks new questions: the form, and whether their asker may ask them where they belong. */
@Component(roles = AskCheck.class)
@Singleton
public class AskCheck
{
    @Inject
    private Pages pages;

    @Inject
    private Requests requests;

    @Inject
    private CommunityService communities;

    @Inject
    private PostRights rights;

    /**
     * @param actor the asker
     * @param ask the question
     * @return the question with the values to store
     * @throws CopException as {@link org.copsuite.question.QuestionService#ask}
     */
    Checked check(UserId actor, Ask ask) throws CopException
    {
        if (ask.community() == null) {
            throw CopException.invalid("community", "cop.question.error.community");
        }
        CommunityView community = this.communities.get(actor, this.requests.wiki(), ask.community());
        this.rights.takePart(actor, community.page());
        QuestionForm form = QuestionForm.question(ask.title(), ask.body(), ask.tags());
        about(actor, ask.about());
        PageId page = PostPageIds.question(community.space(), form.title(), ask.id());
        newPage(actor, page);
        return new Checked(new Ask(ask.id(), ask.community(), form.title(), form.body(), form.tags(), ask.about(),
            ask.anonymous()), form, page);
    }

    /**
     * Checks that the actor may view the page that the question is about. A page that does not exist gives the same
     * error, so that the error does not reveal which pages exist.
     */
    private void about(UserId actor, PageId about) throws CopException
    {
        if (about != null && (!about.wiki().equals(this.requests.wiki()) || !this.rights.mayView(actor, about)
            || this.pages.load(about).isEmpty())) {
            throw CopException.invalid("about", "cop.question.error.about");
        }
    }

    /** Checks that the page of a new post may stand where it belongs; its space may have rights of its own. */
    void newPage(UserId actor, PageId page) throws CopException
    {
        this.rights.takePart(actor, page);
        if (page.toString().length() > PageId.MAXIMUM) {
            throw CopException.forbidden();
        }
    }

    /**
     * A question that may be asked.
     *
     * @param ask its values as they are stored
     * @param form the same values
     * @param page where its page belongs
     */
    record Checked(Ask ask, QuestionForm form, PageId page)
    {
    }
}
