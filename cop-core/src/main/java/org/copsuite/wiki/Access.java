/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Set;
import java.util.function.Consumer;

import org.xwiki.component.annotation.Role;

/**
 * Rights of the wiki.
 * <p>
 * Few places decide about rights: a space with rights of its own decides for everything in it, down to the next such
 * space; the wiki ({@code SpaceId} with an empty path) decides for the rest. Projections store the deciding space of
 * each row and filter by {@link #visibleSpaces}, one set per request.
 */
@Role
public interface Access
{
    /**
     * @param page a page, existing or not
     * @return the deciding space of the page
     */
    SpaceId decidingSpace(PageId page);

    /**
     * @param page a page
     * @return whether the page itself has rights of its own, so that {@link #has} must be called for it
     */
    boolean hasOwnRights(PageId page);

    /**
     * @param wiki the wiki
     * @param user the reader
     * @return the deciding spaces of the wiki that the user may view; computed once per request
     */
    Set<SpaceId> visibleSpaces(WikiId wiki, UserId user);

    /**
     * @param user the user
     * @param right the right
     * @param page the page
     * @return whether the user has the right there; for a page that does not exist, whether it would be so
     */
    boolean has(UserId user, Right right, PageId page);

    /**
     * @param user the user
     * @param right the right
     * @param space the space; with an empty path, the wiki
     * @return whether the user has the right there
     */
    boolean has(UserId user, Right right, SpaceId space);

    /**
     * Replaces the rights of a space.
     *
     * @param space the space
     * @param protection its new rights; an administrator of the wiki always has all rights
     */
    void protect(SpaceId space, Protection protection);

    /**
     * Adds a listener that is called after the rights of a space changed, so that rows can be updated.
     *
     * @param listener receives the space; it must be quick and must not throw
     */
    void onChange(Consumer<SpaceId> listener);
}
