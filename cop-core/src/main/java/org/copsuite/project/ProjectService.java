/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.project;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Projects of one or several communities. The page of a project lies in the space of the community that started it, and
 * the rights of that space decide who may view it; other owners show it to those of their readers who may. Whoever has
 * the permission MANAGE_MILESTONES in an owner, and the people of the project, edit it and set its milestones. Methods
 * throw SIGN_IN for a guest, NOT_FOUND for what does not exist or the actor may not view, FORBIDDEN for a missing
 * permission, and INVALID with the invalid fields.
 */
@Role
public interface ProjectService
{
    /** Maximum length of a title, in characters. */
    int TITLE_MAXIMUM = 120;

    /** Maximum length of a description, in characters. */
    int BODY_MAXIMUM = 20_000;

    /** Maximum number of people of a project. */
    int PEOPLE_MAXIMUM = 30;

    /** Maximum number of communities that own a project or are asked to. */
    int OWNERS_MAXIMUM = 10;

    /**
     * Starts a project in a community. Repeating the call with the same id changes nothing.
     *
     * @param actor who has the permission MANAGE_MILESTONES in the community
     * @param draft the project
     * @return its page
     * @throws CopException as above; fields {@code community}, {@code title}, {@code body}, {@code people}
     */
    PageId start(UserId actor, Draft draft) throws CopException;

    /**
     * Changes what the page of a project says.
     *
     * @param actor who edits
     * @param draft the new values, with the id of the project
     * @param version the edited version of the page
     * @return its page
     * @throws CopException as {@link #start}; CONFLICT with the present page if it has another version
     */
    PageId edit(UserId actor, Draft draft, String version) throws CopException;

    /**
     * Ends a project, or takes it up again. Idempotent.
     *
     * @param actor who may edit it
     * @param wiki the wiki
     * @param id the project
     * @param ended whether it has ended
     * @throws CopException as above
     */
    void end(UserId actor, WikiId wiki, UUID id, boolean ended) throws CopException;

    /**
     * Deletes a project that has no milestones. Permitted with MANAGE_MILESTONES in the community that started it.
     *
     * @param actor who deletes it
     * @param wiki the wiki
     * @param id the project
     * @return the home page of that community
     * @throws CopException as above; CONFLICT if it has milestones
     */
    PageId delete(UserId actor, WikiId wiki, UUID id) throws CopException;

    /**
     * Asks another community to own a project, too. Idempotent.
     *
     * @param actor who may edit the project
     * @param wiki the wiki
     * @param id the project
     * @param community a community that the actor may view
     * @throws CopException as above; field {@code community}, also for more than {@link #OWNERS_MAXIMUM} communities
     */
    void ask(UserId actor, WikiId wiki, UUID id, CommunityId community) throws CopException;

    /**
     * Accepts or declines for a community that was asked. Accepting again changes nothing.
     *
     * @param actor who may view the project and has MANAGE_MILESTONES in the community
     * @param wiki the wiki
     * @param id the project
     * @param community the community
     * @param accepted whether it owns the project, too
     * @throws CopException as above; CONFLICT if the community is not asked any more
     */
    void answer(UserId actor, WikiId wiki, UUID id, CommunityId community, boolean accepted) throws CopException;

    /**
     * Ends the ownership of a community, or takes back that it was asked. Permitted to who may edit the project, and
     * with MANAGE_MILESTONES in the community. Idempotent.
     *
     * @param actor who ends it
     * @param wiki the wiki
     * @param id the project
     * @param community a community other than the one that started the project
     * @throws CopException as above
     */
    void leave(UserId actor, WikiId wiki, UUID id, CommunityId community) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param id a project
     * @return the project
     * @throws CopException NOT_FOUND
     */
    Project get(UserId reader, WikiId wiki, UUID id) throws CopException;

    /**
     * @param reader the reader
     * @param page a page
     * @return the project whose page it is, if there is one that the reader may view
     */
    Optional<UUID> at(UserId reader, PageId page);

    /**
     * Lists projects: those under way first, the latest first.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community an owner; {@code null} for all projects
     * @param after the cursor of the previous list, {@code null} for the first one
     * @param limit the maximum number of projects, 1 to 100
     * @return one page of the projects that the reader may view, without texts and permissions
     * @throws CopException INVALID for a limit out of bounds or a cursor of another list
     */
    Slice<Project> list(UserId reader, WikiId wiki, CommunityId community, String after, int limit) throws CopException;

    /**
     * Lists the latest projects of a community for its home page, in one statement if there are none.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community that the reader may view
     * @param limit the maximum number of projects, 1 to 100
     * @return the projects that the reader may view, as {@link #list} returns them
     */
    List<Project> latest(UserId reader, WikiId wiki, CommunityId community, int limit);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param ids ids of projects, at most 1,000
     * @return those that the reader may view, without texts and permissions
     */
    Map<UUID, Project> find(UserId reader, WikiId wiki, Collection<UUID> ids);

    /**
     * The values of a new or edited project.
     *
     * @param id its id, from the form
     * @param wiki the wiki
     * @param community the community that starts it; ignored when it is edited
     * @param title 3 to {@link #TITLE_MAXIMUM} characters
     * @param body the description, xwiki/2.1, at most {@link #BODY_MAXIMUM} characters, may be empty
     * @param people who works on it, at most {@link #PEOPLE_MAXIMUM}
     */
    record Draft(UUID id, WikiId wiki, CommunityId community, String title, String body, List<UserId> people)
    {
    }

    /**
     * An owner of a project, or a community that was asked to be one.
     *
     * @param community the community, which the reader may view
     * @param isLead whether it started the project
     * @param isAsked whether it was asked and has not answered yet
     * @param mayAnswer whether the reader may answer for it
     * @param mayLeave whether the reader may end its ownership
     */
    record Owner(CommunityLocation community, boolean isLead, boolean isAsked, boolean mayAnswer, boolean mayLeave)
    {
    }

    /**
     * A project as pages show it.
     *
     * @param id its id
     * @param page its page
     * @param version the version of its page
     * @param title plain text
     * @param body xwiki/2.1, empty in lists
     * @param owners the owners that the reader may view: first the one that started it, then by title. Communities that
     *            are asked are told only to who may edit the project or answer for them
     * @param people who works on it
     * @param ended whether it has ended
     * @param author who started it
     * @param created when
     * @param mayEdit whether the reader may edit it, false in lists
     * @param mayDelete whether the reader may delete it, false in lists
     */
    record Project(UUID id, PageId page, String version, String title, String body, List<Owner> owners,
        List<Person> people, boolean ended, Person author, Instant created, boolean mayEdit, boolean mayDelete)
    {
    }
}
