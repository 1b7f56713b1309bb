/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;

/** Communities: founding, joining, leaving, members, the directory. Refusals as in {@code QuestionService}. */
@org.xwiki.component.annotation.Role
public interface CommunityService
{
    /**
     * Founds a community: its space with rights of its own, its two groups, its home page. The founder becomes its
     * facilitator. Administrators of the wiki may, and every account where the wiki's setting allows it.
     *
     * @param actor who
     * @param found what
     * @return the community
     * @throws CopException fields {@code title}, {@code purpose}, {@code access}; CONFLICT if the space is taken
     */
    CommunityView found(UserId actor, CommunityDraft found) throws CopException;

    /**
     * Changes a community's name, purpose, domains or access: who moderates there.
     *
     * @param actor who
     * @param community which
     * @param found the new values
     * @param version the version that was edited
     * @return the community
     * @throws CopException as {@link #found}; CONFLICT if it is no longer at that version
     */
    CommunityView change(UserId actor, UUID community, CommunityDraft found, String version) throws CopException;

    /**
     * Joins an open community; does nothing for a member.
     *
     * @param actor who
     * @param community which
     * @throws CopException NOT_FOUND for a private community of others
     */
    void join(UserId actor, UUID community) throws CopException;

    /**
     * Leaves; does nothing for who is no member.
     *
     * @param actor who
     * @param community which
     * @throws CopException CONFLICT for the last facilitator
     */
    void leave(UserId actor, UUID community) throws CopException;

    /**
     * Adds a member, or gives a member another role: who moderates there.
     *
     * @param actor who
     * @param community which
     * @param member an account
     * @param role the role
     * @throws CopException field {@code member}; CONFLICT if that leaves no facilitator
     */
    void appoint(UserId actor, UUID community, UserId member, Role role) throws CopException;

    /**
     * Removes a member: who moderates there.
     *
     * @param actor who
     * @param community which
     * @param member who leaves
     * @throws CopException CONFLICT for the last facilitator
     */
    void remove(UserId actor, UUID community, UserId member) throws CopException;

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param community which
     * @return the community, with the reader's own role
     * @throws CopException NOT_FOUND, also where the reader may not view it
     */
    CommunityView get(UserId reader, String wiki, UUID community) throws CopException;

    /**
     * @param reader who reads
     * @param page a page in a community's space (its home, a question ...)
     * @return the innermost community around the page that the reader may view
     */
    Optional<CommunityView> around(UserId reader, PageId page);

    /**
     * @param reader who reads
     * @param wiki the wiki
     * @param name the UUID, the title, or the name of the space, in any case
     * @return the community, if there is one that the reader may view
     */
    Optional<CommunityView> named(UserId reader, String wiki, String name);

    /**
     * @param page a page
     * @return the id of the innermost community whose space holds the page, whoever may view it
     */
    Optional<UUID> holding(PageId page);

    /**
     * The directory: the reader's own communities first, then the most active.
     *
     * @param reader who reads
     * @param wiki the wiki
     * @param text words of title, purpose or domains; may be empty
     * @param after the cursor, {@code null} at the start
     * @param limit how many at most
     * @return one page of the directory
     * @throws CopException INVALID for a cursor that is not of this list
     */
    Slice<CommunityView> directory(UserId reader, String wiki, String text, String after, int limit)
        throws CopException;

    /**
     * @param reader who reads
     * @param community which
     * @param after the cursor, {@code null} at the start
     * @param limit how many at most
     * @return members, facilitators first, then in the order of joining
     * @throws CopException NOT_FOUND, also where the reader may not view the community
     */
    Slice<Member> members(UserId reader, UUID community, String after, int limit) throws CopException;

    /**
     * @param wiki the wiki
     * @param person who
     * @return the communities in which the person is a member, with the role, whoever may view them
     */
    Map<UUID, Role> memberships(String wiki, UserId person);

    /**
     * @param actor who
     * @param wiki the wiki
     * @return whether the person may found communities
     */
    boolean mayFound(UserId actor, String wiki);

    /** Who gets in. */
    enum Visibility
    {
        /** Everybody reads, every account takes part and may join. */
        OPEN,
        /** Only members see anything of it; facilitators add them. */
        PRIVATE
    }

    /** What one is in a community. */
    enum Role
    {
        /** Runs it. */
        FACILITATOR,
        /** Knows much, and is asked. */
        EXPERT,
        /** Takes part. */
        MEMBER
    }

    /**
     * A community to be.
     *
     * @param id the new community's id, as the form carried it (ignored by a change)
     * @param wiki the wiki
     * @param title its name, 3 to 80 characters
     * @param purpose what it is for, xwiki/2.1, at most 10,000 characters
     * @param domains the topics it is about, as tags
     * @param access who gets in
     */
    record CommunityDraft(UUID id, String wiki, String title, String purpose, List<String> domains, Visibility access)
    {
    }

    /**
     * A community as pages show it.
     *
     * @param id its id
     * @param page its home page
     * @param space its space
     * @param title its name
     * @param purpose xwiki/2.1
     * @param domains its topics
     * @param access who gets in
     * @param members how many members
     * @param questions how many questions
     * @param answers how many answers
     * @param created when it was founded
     * @param active when something happened last
     * @param version of its home page
     * @param mine the reader's role, {@code null} for no member
     * @param mayJoin whether the reader may join
     * @param mayRun whether the reader moderates there
     */
    record CommunityView(UUID id, PageId page, SpaceId space, String title, String purpose, List<String> domains,
        Visibility access, int members, int questions, int answers, Instant created, Instant active, String version,
        Role mine, boolean mayJoin, boolean mayRun)
    {
    }

    /**
     * A member.
     *
     * @param person who
     * @param role what
     * @param since since when
     */
    record Member(Person person, Role role, Instant since)
    {
    }
}
