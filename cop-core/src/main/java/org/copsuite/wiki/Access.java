/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.wiki;

import java.util.Set;
import java.util.function.Consumer;

import org.xwiki.component.annotation.Role;

/**
 * Who may do what.
 * <p>
 * Rights are decided by few places: a space that has rights of its own decides for all that lies in it, down to the
 * next such space; the wiki ({@code SpaceId} with an empty path) decides for the rest. Views keep, with each row, the
 * space that decides for it, and filter by {@link #visibleSpaces(UserId)}, one set a request.
 */
@Role
public interface Access
{
    /**
     * @param page a page, existing or not
     * @return the space that decides who may view it
     */
    SpaceId decidingSpace(PageId page);

    /**
     * @param page a page
     * @return whether the page itself has rights of its own, so that {@link #has} must be asked for it alone
     */
    boolean hasOwnRights(PageId page);

    /**
     * @param wiki the wiki
     * @param user who reads
     * @return those of the deciding spaces of the wiki that the user may view; computed once a request
     */
    Set<SpaceId> visibleSpaces(String wiki, UserId user);

    /**
     * @param user who
     * @param right what
     * @param page where
     * @return whether the user has the right there; for a page that does not exist, whether it would be so
     */
    boolean has(UserId user, Right right, PageId page);

    /**
     * @param user who
     * @param right what
     * @param space where; with an empty path, the wiki
     * @return whether the user has the right there
     */
    boolean has(UserId user, Right right, SpaceId space);

    /**
     * Gives a space rights of its own, in place of those it had.
     *
     * @param space the space
     * @param protection who may do what there; an administrator of the wiki always may all
     */
    void protect(SpaceId space, Protection protection);

    /**
     * Calls back after the rights of a space changed, so that rows learn which space decides for them.
     *
     * @param listener gets the space; it must be quick and must not throw
     */
    void onChange(Consumer<SpaceId> listener);
}
