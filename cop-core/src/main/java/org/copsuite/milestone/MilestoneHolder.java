/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.milestone;

import java.util.Optional;
import java.util.UUID;

import org.copsuite.wiki.PageId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Something inside a community that has milestones of its own, such as a project. Another capability contributes it. A
 * milestone belongs to the holder in whose space its page lies, otherwise to the community.
 */
@Role
public interface MilestoneHolder
{
    /**
     * Finds the holder around a page. NOT permission-filtered.
     *
     * @param page the page of a milestone
     * @return the id of the holder in whose space the page lies, if there is one
     */
    Optional<UUID> around(PageId page);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param id an id
     * @return the home page of the holder with that id; empty if there is none that the reader may view
     */
    Optional<PageId> find(UserId reader, WikiId wiki, UUID id);

    /**
     * @param actor a person
     * @param wiki the wiki
     * @param id the id of a holder
     * @return whether the person may set milestones there
     */
    boolean mayManage(UserId actor, WikiId wiki, UUID id);
}
