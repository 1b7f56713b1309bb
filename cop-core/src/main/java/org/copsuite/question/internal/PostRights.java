/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.question.internal;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.CopException;
import org.copsuite.community.CommunityPermissions;
import org.copsuite.person.Persons;
import org.copsuite.setting.Settings;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Component;

/** Decides who may perform which action on questions and answers. */
@Component(roles = PostRights.class)
@Singleton
public class PostRights
{
    @Inject
    private Access access;

    @Inject
    private CommunityPermissions permissions;

    @Inject
    private Persons persons;

    @Inject
    private Settings settings;

    /**
     * Checks that the actor may take part: ask, answer, comment, vote.
     *
     * @throws CopException SIGN_IN for a guest, otherwise FORBIDDEN
     */
    void takePart(UserId actor, PageId page) throws CopException
    {
        CopException.requireAccount(actor);
        if (!mayTakePart(actor, page)) {
            throw CopException.forbidden();
        }
    }

    boolean mayTakePart(UserId actor, PageId page)
    {
        return !actor.isGuest() && !actor.isImported() && !actor.isAnonymous()
            && (this.access.has(actor, Right.COMMENT, page) || this.access.has(actor, Right.EDIT, page));
    }

    boolean mayView(UserId reader, PageId page)
    {
        return this.access.has(reader, Right.VIEW, page);
    }

    boolean moderates(UserId actor, PageId page)
    {
        return this.permissions.moderates(actor, page);
    }

    /** @param self as whom the actor acts in the thread, as {@link Askers} knows */
    boolean mayEdit(UserId actor, UserId self, UserId author, PageId page)
    {
        return !actor.isGuest()
            && (this.permissions.curates(actor, page) || (isAuthor(self, author, page) && mayTakePart(actor, page)));
    }

    /**
     * @param actor as whom somebody acts in the thread, as {@link Askers} knows
     * @return whether the actor wrote a post, under their own name or under an imported name linked to their account
     */
    boolean isAuthor(UserId actor, UserId author, PageId page)
    {
        return !actor.isGuest() && (actor.equals(author) || (author.isImported() && this.persons
            .imported(page.wiki(), author).map(i -> actor.equals(i.account())).orElse(false)));
    }

    boolean hasDownVotes(WikiId wiki)
    {
        return this.settings.get(QuestionSettings.DOWN_VOTES, wiki);
    }
}
