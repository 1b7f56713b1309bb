/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.community;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.PageId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.SpaceId;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;

/**
 * Founds and changes communities and their members, and reads them. Methods throw SIGN_IN for a guest, NOT_FOUND for a
 * community that does not exist or that the actor may not view, FORBIDDEN for a missing permission, INVALID with the
 * invalid fields, and CONFLICT with the current page.
 */
@org.xwiki.component.annotation.Role
public interface CommunityService
{
    /**
     * Founds a community: a space with rights of its own, two groups and a home page. The founder becomes its
     * facilitator. Permitted to administrators of the wiki, and to every account if the wiki's setting allows it.
     * Repeating the call with the same id changes nothing.
     *
     * @param actor the founder
     * @param found the values of the community
     * @return the community
     * @throws CopException as above; fields {@code title}, {@code purpose}, {@code domains}, {@code access}; CONFLICT
     *            if the space exists already
     */
    CommunityView found(UserId actor, CommunityDraft found) throws CopException;

    /**
     * Founds a community as {@link #found} does, but in preparation: until {@link #launch} it is stored and protected
     * exactly as a private one, joined by invitation, and keeps the visibility and the way of joining of the draft for
     * later.
     *
     * @param actor the founder
     * @param found the values of the community
     * @return the community
     * @throws CopException as {@link #found}
     */
    CommunityView prepare(UserId actor, CommunityDraft found) throws CopException;

    /**
     * Gives a community in preparation the visibility and the way of joining that it was prepared for. Permitted with
     * {@code MANAGE_COMMUNITY}. Changes nothing for a community that is live.
     *
     * @param actor the person
     * @param community the community
     * @return the community
     * @throws CopException as above
     */
    CommunityView launch(UserId actor, CommunityId community) throws CopException;

    /**
     * Changes the name, purpose, domains, visibility or the way of joining of a community. Permitted with
     * {@code MANAGE_COMMUNITY}.
     *
     * @param actor the person
     * @param community the community
     * @param found the new values; visibility and joining of a community in preparation are those for later
     * @param version the edited version of the home page
     * @return the community
     * @throws CopException as {@link #found}; CONFLICT if the home page has a newer version than the edited one
     */
    CommunityView change(UserId actor, CommunityId community, CommunityDraft found, String version) throws CopException;

    /**
     * Joins as a member where joining is {@code OPEN}. Changes nothing for a member.
     *
     * @param actor the person
     * @param community the community
     * @throws CopException as above; FORBIDDEN where people join in another way; NOT_FOUND for a private community that
     *            the actor may not view
     */
    void join(UserId actor, CommunityId community) throws CopException;

    /**
     * Leaves a community. Changes nothing if the actor is not a member.
     *
     * @param actor the person
     * @param community the community
     * @throws CopException as above; CONFLICT for the last facilitator
     */
    void leave(UserId actor, CommunityId community) throws CopException;

    /**
     * Adds a member, or changes the role of a member. Permitted with {@code MANAGE_MEMBERS}, and only for roles whose
     * permissions the actor has; a sponsor can also appoint a facilitator.
     *
     * @param actor the person who appoints
     * @param community the community
     * @param member an account
     * @param role the role
     * @throws CopException as above; fields {@code member}, {@code role}; CONFLICT if no facilitator would remain
     */
    void appoint(UserId actor, CommunityId community, UserId member, Role role) throws CopException;

    /**
     * Removes a member. Permitted with {@code MANAGE_MEMBERS}, and only for members whose permissions the actor has.
     * Changes nothing if the person is not a member.
     *
     * @param actor the person who removes
     * @param community the community
     * @param member the member to remove
     * @throws CopException as above; CONFLICT for the last facilitator
     */
    void remove(UserId actor, CommunityId community, UserId member) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @return the community, with the reader's own role
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it
     */
    CommunityView get(UserId reader, WikiId wiki, CommunityId community) throws CopException;

    /**
     * @param reader the reader
     * @param page a page in the space of a community, for instance its home page or a question
     * @return the innermost community whose space holds the page and that the reader may view
     */
    Optional<CommunityView> around(UserId reader, PageId page);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param name the UUID, the title or the name of the space; title and space are case-insensitive
     * @return the community, if it exists and the reader may view it; the oldest one if several match
     */
    Optional<CommunityView> named(UserId reader, WikiId wiki, String name);

    /**
     * Finds the innermost community whose space holds a page. NOT permission-filtered.
     *
     * @param page a page
     * @return the id of the community
     */
    Optional<CommunityId> holding(PageId page);

    /**
     * Lists communities: the reader's own first, then the most recently active.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param text words to find in title, purpose or domains, all of them, at most the first 8; may be empty
     * @param after the cursor of the previous list, {@code null} for the first one
     * @param limit the maximum number of communities, 1 to 100
     * @return one page of the directory
     * @throws CopException INVALID for a limit out of bounds or a cursor of another list
     */
    Slice<CommunityView> directory(UserId reader, WikiId wiki, String text, String after, int limit)
        throws CopException;

    /**
     * Lists communities as {@link #directory} does, filtered.
     *
     * @param reader the reader
     * @param wiki the wiki
     * @param query which communities
     * @param after the cursor of the previous list of the same query, {@code null} for the first one
     * @param limit the maximum number of communities, 1 to 100
     * @return one page of the directory
     * @throws CopException INVALID for a limit out of bounds or a cursor of another list
     */
    Slice<CommunityView> search(UserId reader, WikiId wiki, DirectoryQuery query, String after, int limit)
        throws CopException;

    /**
     * Lists the members of a community: in the order of their roles, those of a role by the time of joining.
     *
     * @param reader the reader
     * @param community the community
     * @param after the cursor of the previous list, {@code null} for the first one
     * @param limit the maximum number of members, 1 to 100
     * @return one page of the members
     * @throws CopException NOT_FOUND if the community does not exist or the reader may not view it; INVALID for a limit
     *            out of bounds or a cursor of another list
     */
    Slice<Member> members(UserId reader, CommunityId community, String after, int limit) throws CopException;

    /**
     * Lists the first members of a community, without asking again whether the reader may view it.
     *
     * @param community a community that the reader may view
     * @param limit the maximum number of members, 1 to 100
     * @return members in the order of {@link #members}
     */
    List<Member> firstMembers(CommunityView community, int limit);

    /**
     * Reads the memberships of a person. NOT permission-filtered.
     *
     * @param wiki the wiki
     * @param person the person
     * @return the role of the person in each of their communities
     */
    Map<CommunityId, Role> memberships(WikiId wiki, UserId person);

    /**
     * @param actor the person
     * @param wiki the wiki
     * @return whether the person may found communities
     */
    boolean mayFound(UserId actor, WikiId wiki);

    /** Who may view a community. */
    enum Visibility
    {
        /** Everybody may view it. */
        OPEN,
        /** Only members may view it. */
        PRIVATE
    }

    /** How people become members of a community. Where they do not join by themselves, only members take part. */
    enum Joining
    {
        /** Every account joins by itself, and takes part without joining. */
        OPEN,
        /** People send a request; whoever manages members accepts or declines it. */
        REQUEST,
        /** Whoever manages members invites or adds people. Applies to every private community. */
        INVITATION;

        /**
         * @param visibility a visibility
         * @return how people join a community of that visibility for which nobody has chosen it
         */
        public static Joining usual(Visibility visibility)
        {
            return visibility == Visibility.OPEN ? OPEN : INVITATION;
        }
    }

    /**
     * What a community in preparation becomes.
     *
     * @param access its visibility once it is live
     * @param joining how people join then
     */
    record Preparation(Visibility access, Joining joining)
    {
    }

    /** The role of a member in a community, in the order of forms. Each member has one; names are stored. */
    enum Role
    {
        /** Supports the community in the organisation, and can always appoint a facilitator. */
        SPONSOR(20, EnumSet.of(CommunityPermission.MANAGE_MEMBERS)),
        /** Runs the community. */
        FACILITATOR(10, EnumSet.allOf(CommunityPermission.class)),
        /** Keeps what the community wrote correct and in order. */
        CURATOR(30, EnumSet.of(CommunityPermission.CURATE)),
        /** Keeps the conversation friendly and to the point. */
        MODERATOR(40, EnumSet.of(CommunityPermission.MODERATE, CommunityPermission.CURATE)),
        /** Has expert knowledge and receives questions. */
        EXPERT(50, EnumSet.noneOf(CommunityPermission.class)),
        /** Takes part. */
        MEMBER(60, EnumSet.noneOf(CommunityPermission.class));

        private final int order;

        private final Set<CommunityPermission> permissions;

        Role(int order, Set<CommunityPermission> permissions)
        {
            this.order = order;
            this.permissions = Collections.unmodifiableSet(permissions);
        }

        /** @return the position of the role in lists of members, ascending; stored with each membership */
        public int order()
        {
            return this.order;
        }

        /** @return what the role permits */
        public Set<CommunityPermission> permissions()
        {
            return this.permissions;
        }
    }

    /**
     * The values of a new or changed community.
     *
     * @param id the id of the new community, from the form; ignored by {@link #change}
     * @param wiki the wiki
     * @param title its name, 3 to 80 characters
     * @param purpose its purpose, xwiki/2.1, at most 10,000 characters
     * @param domains its topics, as tags, at most 20
     * @param access its visibility
     * @param joining how people join; {@code null} for what {@link Joining#usual} says, and by {@link #change} for what
     *            it was before. A private community is joined by invitation, whatever the value
     */
    record CommunityDraft(CommunityId id, WikiId wiki, String title, String purpose, List<String> domains,
        Visibility access, Joining joining)
    {
        /**
         * Leaves open how people join.
         *
         * @param id the id of the new community
         * @param wiki the wiki
         * @param title its name
         * @param purpose its purpose
         * @param domains its topics
         * @param access its visibility
         */
        public CommunityDraft(CommunityId id, WikiId wiki, String title, String purpose, List<String> domains,
            Visibility access)
        {
            this(id, wiki, title, purpose, domains, access, null);
        }

        /** @return how people join a new community */
        public Joining chosenJoining()
        {
            boolean usual = this.joining == null || this.access == Visibility.PRIVATE;
            return usual ? Joining.usual(this.access) : this.joining;
        }
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
     * @param access its visibility
     * @param joining how people join
     * @param members number of members
     * @param questions number of questions
     * @param answers number of answers
     * @param created when it was founded
     * @param active time of the last activity
     * @param version the version of its home page
     * @param mine the reader's role, {@code null} if the reader is not a member
     * @param mayJoin whether the reader may join
     * @param permissions what the reader may do in the community
     * @param preparation what the community becomes, {@code null} if it is live
     * @param unfacilitated whether no active account facilitates it, as of the last check
     */
    record CommunityView(CommunityId id, PageId page, SpaceId space, String title, String purpose, List<String> domains,
        Visibility access, Joining joining, int members, int questions, int answers, Instant created,
        Instant active, String version, Role mine, boolean mayJoin, Set<CommunityPermission> permissions,
        Preparation preparation, boolean unfacilitated)
    {
        /** @return whether the community has the visibility that it is meant to have */
        public boolean isLive()
        {
            return this.preparation == null;
        }

        /** @return the visibility of the community once it is live */
        public Visibility chosenAccess()
        {
            return isLive() ? this.access : this.preparation.access();
        }

        /** @return how people join the community once it is live */
        public Joining chosenJoining()
        {
            return isLive() ? this.joining : this.preparation.joining();
        }

        /** @return whether the reader may change the community itself */
        public boolean mayRun()
        {
            return this.permissions.contains(CommunityPermission.MANAGE_COMMUNITY);
        }

        /** @return whether the reader may invite, add and remove members and give roles */
        public boolean mayManageMembers()
        {
            return this.permissions.contains(CommunityPermission.MANAGE_MEMBERS);
        }
    }

    /**
     * A member.
     *
     * @param person the person
     * @param role the role that every member has
     * @param since when the person joined
     * @param own the roles of the community's own that the member holds
     */
    record Member(Person person, Role role, Instant since, List<OwnRole> own)
    {
    }

    /**
     * A role that a community has of its own.
     *
     * @param id its id
     * @param name its name
     * @param responsibilities what its holders do
     * @param permissions what it permits
     * @param version its version
     */
    record OwnRole(UUID id, String name, String responsibilities, Set<CommunityPermission> permissions, long version)
    {
    }
}
