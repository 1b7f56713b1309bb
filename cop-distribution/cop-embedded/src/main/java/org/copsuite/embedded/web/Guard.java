/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.embedded.web;

import java.util.Optional;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.copsuite.embedded.WikiOptions;
import org.copsuite.embedded.port.VisiblePages;
import org.copsuite.embedded.store.Account;
import org.copsuite.embedded.store.Rules;
import org.copsuite.question.PostFiles;
import org.copsuite.wiki.Access;
import org.copsuite.wiki.Page;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.People;
import org.copsuite.wiki.Right;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.xwiki.component.annotation.Component;

/** What the person of this request may do in the wiki itself. */
@Component(roles = Guard.class)
@Singleton
public class Guard
{
    private static final SpaceId WIKI = SpaceId.of(WikiOptions.WIKI);

    @Inject
    private Access access;

    @Inject
    private Rules rules;

    @Inject
    private People people;

    @Inject
    private VisiblePages pages;

    @Inject
    private PostFiles files;

    /** @return who acts */
    public UserId user()
    {
        return this.people.current();
    }

    /**
     * @param right what
     * @param page where
     * @return whether the person may
     */
    public boolean may(Right right, PageId page)
    {
        return this.access.has(user(), right, page);
    }

    /**
     * @param right what
     * @param page where
     * @throws WebException if the person may not: 404 where the person may not view the page either
     */
    public void require(Right right, PageId page) throws WebException
    {
        if (!may(right, page)) {
            throw may(Right.VIEW, page) ? WebException.forbidden() : WebException.notFound();
        }
    }

    /**
     * @param page where
     * @return the page, if one stands there and the person may view it
     */
    public Optional<Page> find(PageId page)
    {
        return this.pages.find(user(), page);
    }

    /**
     * @param page where
     * @return where the page that stood there is now, if it was moved and the person may view it
     */
    public Optional<PageId> moved(PageId page)
    {
        return this.pages.moved(user(), page);
    }

    /**
     * @param page where
     * @return whether a page stands there or was moved from there, as far as the person may know
     */
    public boolean isKnown(PageId page)
    {
        return this.pages.isKnown(user(), page);
    }

    /**
     * @param page where no page stands, as far as the person may know
     * @return whether the wiki offers to write one; saving asks for the rights of the place
     */
    public boolean isOffered(PageId page)
    {
        return this.pages.isOffered(user(), page);
    }

    /** @return what the person may view */
    public Predicate<PageId> visible()
    {
        UserId user = user();
        return page -> this.access.has(user, Right.VIEW, page);
    }

    /** @return whether the person administers the wiki */
    public boolean isAdministrator()
    {
        return !user().isGuest() && this.access.has(user(), Right.ADMINISTER, WIKI);
    }

    /** @throws WebException unless the person administers the wiki */
    public void requireAdministrator() throws WebException
    {
        if (!isAdministrator()) {
            throw WebException.forbidden();
        }
    }

    /** @throws WebException unless somebody has signed in */
    public void requireAccount() throws WebException
    {
        if (user().isGuest()) {
            throw WebException.forbidden();
        }
    }

    /**
     * @param page an existing page
     * @return whether the person may change it with the wiki's own editor
     */
    public boolean mayEdit(PageId page)
    {
        return may(Right.VIEW, page) && (may(Right.EDIT, page) || isOwnProfile(page));
    }

    /**
     * @param page a page
     * @return whether it is the profile page of the person
     */
    public boolean isOwnProfile(PageId page)
    {
        return page.space().equals(Account.SPACE) && !user().isGuest() && page.toString().equals(user().value());
    }

    /**
     * @param page an existing page
     * @return whether the person may delete it: who runs the space, or who made the page and may edit
     */
    public boolean mayDelete(Page page)
    {
        return may(Right.VIEW, page.id()) && (may(Right.MODERATE, page.id()) || may(Right.ADMINISTER, page.id())
            || may(Right.EDIT, page.id()) && page.firstAuthor().equals(user()));
    }

    /**
     * @param page an existing page
     * @return whether the person may add files to it: who may edit it, or the post on it; where it carries none, its first
     *         author too who may take part
     */
    public boolean mayAttach(Page page)
    {
        if (mayEdit(page.id())) {
            return true;
        }
        return page.object().isPresent() ? this.files.mayAdd(user(), page.object().get().id())
            : !user().isGuest() && may(Right.COMMENT, page.id()) && may(Right.VIEW, page.id())
                && page.firstAuthor().equals(user());
    }

    /**
     * @param page a page that would be moved
     * @return whether the person may: edit it and, where a space moves with it, all spaces in it
     */
    public boolean mayMove(PageId page)
    {
        return may(Right.VIEW, page) && may(Right.EDIT, page) && (!page.isHome() || this.rules.all().keySet().stream()
            .filter(page.space()::contains).filter(space -> may(Right.VIEW, space.home()))
            .allMatch(space -> may(Right.EDIT, space.home())));
    }

    /**
     * @param page a page that the person may move
     * @return whether a space lies below it that the person may not view, and so may not move either
     */
    public boolean hasHiddenBelow(PageId page)
    {
        return page.isHome() && this.rules.all().keySet().stream().filter(page.space()::contains)
            .anyMatch(space -> !may(Right.VIEW, space.home()));
    }
}
