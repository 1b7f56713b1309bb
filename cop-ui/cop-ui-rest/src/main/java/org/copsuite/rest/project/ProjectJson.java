/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.rest.project;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.ledger.CommunityId;
import org.copsuite.project.ProjectService.Owner;
import org.copsuite.project.ProjectService.Project;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;

/** A project; in lists without text. */
record ProjectJson(UUID id, PageId url, String version, String title, String body, List<ProjectOwnerJson> owners,
    List<Person> people, boolean ended, Person author, Instant created, boolean mayEdit, boolean mayDelete)
{
    static ProjectJson of(Project one)
    {
        return new ProjectJson(one.id(), one.page(), one.version(), one.title(), one.body(),
            one.owners().stream().map(ProjectOwnerJson::of).toList(), one.people(), one.ended(), one.author(),
            one.created(), one.mayEdit(), one.mayDelete());
    }

    /** An owner, or a community that was asked to be one. */
    record ProjectOwnerJson(CommunityId community, String title, boolean lead, boolean asked, boolean mayAnswer,
        boolean mayLeave)
    {
        static ProjectOwnerJson of(Owner owner)
        {
            return new ProjectOwnerJson(owner.community().id(), owner.community().title(), owner.isLead(),
                owner.isAsked(), owner.mayAnswer(), owner.mayLeave());
        }
    }
}
