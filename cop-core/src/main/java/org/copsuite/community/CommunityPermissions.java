/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.copsuite.CopException;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Answers what a person may do in a community. Whoever administers the space of the community has all permissions. For
 * everybody else {@code MODERATE} and {@code CURATE} are rights of the wiki on the pages of the community, which the
 * groups of the community give to the holders of its roles; the other permissions follow from the roles alone. A guest
 * and an imported person have none.
 */
@Role
public interface CommunityPermissions
{
    /**
     * @param person a person
     * @param wiki the wiki
     * @param community a community
     * @return the permissions of the person, in at most two statements; none if the community does not exist or if the
     *         person may not view it
     */
    Set<CommunityPermission> of(UserId person, WikiId wiki, CommunityId community);

    /**
     * @param person a person
     * @param wiki the wiki
     * @param communities communities, at most 1,000
     * @return the permissions of the person in those that exist and that the person may view, in two statements
     */
    Map<CommunityId, Set<CommunityPermission>> of(UserId person, WikiId wiki, Collection<CommunityId> communities);

    /**
     * Lists the members whose role permits something, page by page. NOT permission-filtered. Administrators who are no
     * members are missing.
     *
     * @param wiki the wiki
     * @param community a community
     * @param permission the permission
     * @param after the last id of the previous page, empty at the start
     * @param limit the maximum number of people
     * @return people after that one, ordered by id
     */
    List<UserId> holders(WikiId wiki, CommunityId community, CommunityPermission permission, String after, int limit);

    /**
     * Checks that a person may do something in a community.
     *
     * @param person a person
     * @param permission what the person wants to do
     * @param wiki the wiki
     * @param community a community
     * @throws CopException NOT_FOUND if the community does not exist or if the person may not view it; otherwise SIGN_IN
     *            for a guest and FORBIDDEN for everybody else
     */
    void check(UserId person, CommunityPermission permission, WikiId wiki, CommunityId community) throws CopException;

    /**
     * Answers without a statement.
     *
     * @param person a person
     * @param page a page, for instance a question
     * @return whether the person may moderate the page
     */
    boolean moderates(UserId person, PageId page);

    /**
     * Answers without a statement.
     *
     * @param person a person
     * @param page a page, for instance a question
     * @return whether the person may edit the page, whoever wrote it
     */
    boolean curates(UserId person, PageId page);
}
