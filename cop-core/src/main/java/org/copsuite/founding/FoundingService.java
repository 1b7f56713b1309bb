/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.founding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.copsuite.CopException;
import org.copsuite.community.CommunityService;
import org.copsuite.community.CommunityService.CommunityView;
import org.copsuite.community.CommunityService.Joining;
import org.copsuite.community.CommunityService.Visibility;
import org.copsuite.founding.LaunchCheck.Target;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Founds communities step by step. Until the last step there is only a draft, which nobody but its founder sees and which
 * expires; the community with its pages, groups and members is made in one go, and is in preparation until it passes its
 * checklist. Methods throw NOT_FOUND for a draft that does not exist or that another person wrote; otherwise SIGN_IN for
 * a guest, FORBIDDEN for who may not found communities, and INVALID with the invalid fields.
 */
@Role
public interface FoundingService
{
    /** Days after its last change at which a draft expires. */
    int DRAFT_DAYS = 30;

    /** Days after which the template of a community that is still in preparation is forgotten. */
    int TEMPLATE_DAYS = 365;

    /** Maximum number of drafts of one person. */
    int DRAFTS_MAXIMUM = 10;

    /** Maximum number of people of a draft. */
    int PEOPLE_MAXIMUM = 50;

    /** Maximum length of each text of a draft, in characters: purpose and welcome fit into a home page together. */
    int TEXT_MAXIMUM = 4_000;

    /** Maximum number of templates. */
    int TEMPLATES_MAXIMUM = 50;

    /** Number of members that a community needs before it goes live. */
    int MEMBERS_MINIMUM = 3;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @return the templates that the reader may view, by title, at most {@link #TEMPLATES_MAXIMUM}: pages with a
     *         template object that the suite brings or that an administrator saved last
     */
    List<CommunityTemplate> templates(UserId reader, WikiId wiki);

    /**
     * @param reader the reader
     * @param page a page
     * @return the template on the page, if it is one that {@link #templates} would list
     */
    Optional<CommunityTemplate> template(UserId reader, PageId page);

    /**
     * @param actor the founder
     * @param wiki the wiki
     * @return the founder's drafts, the last changed first
     * @throws CopException as above
     */
    List<Draft> drafts(UserId actor, WikiId wiki) throws CopException;

    /**
     * @param actor the founder
     * @param wiki the wiki
     * @param id the id of the draft
     * @return the draft
     * @throws CopException as above
     */
    Draft draft(UserId actor, WikiId wiki, CommunityId id) throws CopException;

    /**
     * Saves the first step, which creates the draft: what the community is for and for whom.
     *
     * @param actor the founder
     * @param wiki the wiki
     * @param id the id of the draft, from the form, which becomes the id of the community
     * @param description the values
     * @return the draft
     * @throws CopException as above, fields {@code title}, {@code purpose}, {@code domains}, {@code welcome},
     *             {@code guidelines}; CONFLICT if the founder has {@link #DRAFTS_MAXIMUM} drafts, or if the community
     *             has been founded
     */
    Draft describe(UserId actor, WikiId wiki, CommunityId id, Description description) throws CopException;

    /**
     * Saves the second step: one of the people who are members from the start. Changes the role of a person whom the
     * draft has.
     *
     * @param actor the founder
     * @param wiki the wiki
     * @param id the id of the draft
     * @param person an account other than the founder, who becomes a facilitator anyway
     * @param role the role
     * @return the draft
     * @throws CopException as above, fields {@code member}, {@code role}
     */
    Draft include(UserId actor, WikiId wiki, CommunityId id, UserId person, CommunityService.Role role)
        throws CopException;

    /**
     * Leaves a person out again. Changes nothing if the draft does not have the person.
     *
     * @param actor the founder
     * @param wiki the wiki
     * @param id the id of the draft
     * @param person the person
     * @return the draft
     * @throws CopException as above
     */
    Draft exclude(UserId actor, WikiId wiki, CommunityId id, UserId person) throws CopException;

    /**
     * Saves the third step and makes the community, in preparation. Repeating the call after a crash makes what is still
     * missing; repeating it afterwards changes nothing.
     *
     * @param actor the founder
     * @param wiki the wiki
     * @param id the id of the draft
     * @param access the visibility of the community once it is live
     * @param joining how people join then, {@code null} for what is usual
     * @return the community
     * @throws CopException as above, fields {@code access} and those of the first step; CONFLICT as
     *             {@link CommunityService#prepare}
     */
    CommunityView finish(UserId actor, WikiId wiki, CommunityId id, Visibility access, Joining joining)
        throws CopException;

    /**
     * Deletes a draft. Keeps one of a community that was made.
     *
     * @param actor the founder
     * @param wiki the wiki
     * @param id the id of the draft
     * @throws CopException NOT_FOUND
     */
    void discard(UserId actor, WikiId wiki, CommunityId id) throws CopException;

    /**
     * @param reader the reader
     * @param community a community that the reader may view
     * @return what the community needs before it goes live, in order, also if it is live; empty if the reader may not
     *         change it
     */
    List<Item> checklist(UserId reader, CommunityView community);

    /**
     * @param reader the reader
     * @param community a community in preparation
     * @return the template that its founder chose, if the reader may view it
     */
    Optional<CommunityTemplate> templateOf(UserId reader, CommunityView community);

    /**
     * Launches a community whose checklist is done. Permitted with {@code MANAGE_COMMUNITY}. Changes nothing for a
     * community that is live.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param community the community
     * @return the community
     * @throws CopException SIGN_IN; NOT_FOUND for a community that the actor may not view; FORBIDDEN; CONFLICT if
     *             something on the checklist is not done
     */
    CommunityView launch(UserId actor, WikiId wiki, CommunityId community) throws CopException;

    /**
     * What a community is for.
     *
     * @param template the page of the template, {@code null} for none
     * @param title its name, 3 to 80 characters
     * @param purpose its purpose, xwiki/2.1, at most {@link #TEXT_MAXIMUM} characters
     * @param domains its topics, as tags, at most 20
     * @param welcome words for new members, xwiki/2.1, at most {@link #TEXT_MAXIMUM} characters; they stand below the
     *            purpose on the home page
     * @param guidelines what is safe to ask, xwiki/2.1, at most {@link #TEXT_MAXIMUM} characters
     */
    record Description(PageId template, String title, String purpose, List<String> domains, String welcome,
        String guidelines)
    {
    }

    /**
     * A community that is not made yet.
     *
     * @param id its id, also of the community
     * @param description what it is for
     * @param people who becomes a member, in the order in which the founder named them
     * @param updated when it was changed last
     */
    record Draft(CommunityId id, Description description, List<Included> people, Instant updated)
    {
    }

    /**
     * Somebody who becomes a member.
     *
     * @param person the person
     * @param role the role
     */
    record Included(Person person, CommunityService.Role role)
    {
    }

    /**
     * An item of a checklist.
     *
     * @param name the hint of its {@link LaunchCheck}
     * @param done whether it is done
     * @param target where it is done
     */
    record Item(String name, boolean done, Target target)
    {
    }
}
