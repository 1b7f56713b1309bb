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

/** Checks the permissions of the person who sent the current request. */
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

    /** @return the person who sent the request, possibly the guest */
    public UserId user()
    {
        return this.people.current();
    }

    /**
     * @param right a right
     * @param page a page
     * @return whether the person has the right on the page
     */
    public boolean may(Right right, PageId page)
    {
        return this.access.has(user(), right, page);
    }

    /**
     * @param right a right
     * @param page a page
     * @throws WebException if the person does not have the right: status 403, or 404 if the person may not view the
     *            page
     */
    public void require(Right right, PageId page) throws WebException
    {
        if (!may(right, page)) {
            throw may(Right.VIEW, page) ? WebException.forbidden() : WebException.notFound();
        }
    }

    /**
     * @param page the id of a page
     * @return the page, empty if it does not exist or the person may not view it
     */
    public Optional<Page> find(PageId page)
    {
        return this.pages.find(user(), page);
    }

    /**
     * @param page the former id of a page
     * @return the current id of the page, empty if it was not moved or the person may not view it
     */
    public Optional<PageId> moved(PageId page)
    {
        return this.pages.moved(user(), page);
    }

    /**
     * @param page the id of a page
     * @return whether a page that the person may view exists there or was moved from there
     */
    public boolean isKnown(PageId page)
    {
        return this.pages.isKnown(user(), page);
    }

    /**
     * @param page the id of a page that does not exist as far as the person may know
     * @return whether the wiki offers to create it; saving it checks the rights
     */
    public boolean isOffered(PageId page)
    {
        return this.pages.isOffered(user(), page);
    }

    /** @return a predicate that accepts the pages that the person may view */
    public Predicate<PageId> visible()
    {
        UserId user = user();
        return page -> this.access.has(user, Right.VIEW, page);
    }

    /** @return whether the person is an administrator of the wiki */
    public boolean isAdministrator()
    {
        return !user().isGuest() && this.access.has(user(), Right.ADMINISTER, WIKI);
    }

    /** @throws WebException with status 403 if the person is not an administrator of the wiki */
    public void requireAdministrator() throws WebException
    {
        if (!isAdministrator()) {
            throw WebException.forbidden();
        }
    }

    /** @throws WebException with status 403 if the person has not signed in */
    public void requireAccount() throws WebException
    {
        if (user().isGuest()) {
            throw WebException.forbidden();
        }
    }

    /**
     * @param page an existing page
     * @return whether the person may edit it with the wiki's editor
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
     * @return whether the person may delete it: moderators and administrators may, and its first author if the author
     *         may edit it
     */
    public boolean mayDelete(Page page)
    {
        return may(Right.VIEW, page.id()) && (may(Right.MODERATE, page.id()) || may(Right.ADMINISTER, page.id())
            || may(Right.EDIT, page.id()) && page.firstAuthor().equals(user()));
    }

    /**
     * @param page an existing page
     * @return whether the person may add files to it: everybody who may edit the page, or the post on it. On a page
     *         without an object, its first author may too, given the right to comment
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
     * @param page the page to move
     * @return whether the person may edit it and, for the home page of a space, all spaces below with their own rights
     *         that the person may view
     */
    public boolean mayMove(PageId page)
    {
        return may(Right.VIEW, page) && may(Right.EDIT, page) && (!page.isHome() || this.rules.all().keySet().stream()
            .filter(page.space()::contains).filter(space -> may(Right.VIEW, space.home()))
            .allMatch(space -> may(Right.EDIT, space.home())));
    }

    /**
     * @param page a page that the person may move
     * @return whether a space below it is hidden from the person, who therefore may not move it
     */
    public boolean hasHiddenBelow(PageId page)
    {
        return page.isHome() && this.rules.all().keySet().stream().filter(page.space()::contains)
            .anyMatch(space -> !may(Right.VIEW, space.home()));
    }
}
