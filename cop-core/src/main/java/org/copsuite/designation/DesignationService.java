/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.designation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Designates members of a community as its experts of topics. Whoever manages its members designates them, and decides
 * about members who nominate themselves. Only members count: who leaves is no expert any more. Methods throw SIGN_IN for a
 * guest who writes, NOT_FOUND for a community or a designation that does not exist or that the actor may not view, FORBIDDEN
 * for a missing permission, INVALID with the invalid fields, and CONFLICT if the state does not allow the act. Repeating a
 * call with the same id changes nothing.
 */
@Role
public interface DesignationService
{
    /** Maximum length of a note and of an answer, in characters. */
    int NOTE_MAXIMUM = 300;

    /** Maximum number of open nominations of a person in a community. */
    int OPEN_MAXIMUM = 5;

    /** Maximum number of designations of a community. */
    int EXPERTS_MAXIMUM = 300;

    /**
     * Nominates oneself. Permitted to members.
     *
     * @param actor the person
     * @param wiki the wiki
     * @param draft the nomination; its person is ignored
     * @throws CopException as above; fields {@code topic}, {@code note}; CONFLICT if the actor is nominated or designated
     *             for the topic, and for more than {@link #OPEN_MAXIMUM} open nominations
     */
    void nominate(UserId actor, WikiId wiki, Draft draft) throws CopException;

    /**
     * Designates a member. Permitted with {@code MANAGE_MEMBERS}. Accepts an open nomination of the person for the topic.
     *
     * @param actor who designates
     * @param wiki the wiki
     * @param draft the designation
     * @throws CopException as above; fields {@code person}, {@code topic}, {@code note}; CONFLICT if the person is
     *             designated for the topic, and for more than {@link #EXPERTS_MAXIMUM}
     */
    void designate(UserId actor, WikiId wiki, Draft draft) throws CopException;

    /**
     * Accepts or declines a nomination. Permitted with {@code MANAGE_MEMBERS}.
     *
     * @param actor who decides
     * @param wiki the wiki
     * @param id the nomination
     * @param accept whether to accept it; {@code null} is refused
     * @param answer a text for the person, may be empty
     * @return the community
     * @throws CopException as above; fields {@code accept}, {@code answer}; CONFLICT if it was decided otherwise or
     *             withdrawn, or if the person is no member any more
     */
    CommunityId answer(UserId actor, WikiId wiki, UUID id, Boolean accept, String answer) throws CopException;

    /**
     * Ends a designation or withdraws a nomination. Permitted to the person, and with {@code MANAGE_MEMBERS}. Changes
     * nothing if it has ended or was declined.
     *
     * @param actor who ends it
     * @param wiki the wiki
     * @param id the designation
     * @return the community
     * @throws CopException as above
     */
    CommunityId end(UserId actor, WikiId wiki, UUID id) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community, {@code null} for all that the reader may view
     * @param topic the topic, {@code null} for all
     * @param limit the maximum number, 1 to 100
     * @return the designated experts, by topic and time; without topics that a person has hidden
     */
    List<Designation> experts(UserId reader, WikiId wiki, CommunityId community, String topic, int limit);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community the community
     * @return the open nominations, the oldest first, at most 100, for whoever manages the members; for everybody else
     *         the own ones
     */
    List<Designation> nominations(UserId reader, WikiId wiki, CommunityId community);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param person a person
     * @return of what the person is a designated expert, as far as the reader may view it
     */
    List<Designation> of(UserId reader, WikiId wiki, UserId person);

    /** The state of a designation. Names are stored. */
    enum State
    {
        /** A nomination that waits for an answer. */
        OPEN,
        /** The person is an expert. */
        ACTIVE,
        /** The nomination was declined. */
        DECLINED,
        /** It ended, or was withdrawn. */
        ENDED
    }

    /**
     * A nomination or designation.
     *
     * @param id its id, from the form
     * @param community the community
     * @param person the person
     * @param topic the topic, as typed
     * @param note why, one line of at most {@link #NOTE_MAXIMUM} characters, may be empty
     */
    record Draft(UUID id, CommunityId community, UserId person, String topic, String note)
    {
    }

    /**
     * A designation as pages show it.
     *
     * @param id its id
     * @param community the community
     * @param person the person
     * @param topic the topic
     * @param note why, may be empty
     * @param state its state
     * @param at when the person was nominated
     * @param mayDecide whether the reader may accept or decline it
     * @param mayEnd whether the reader may end or withdraw it
     */
    record Designation(UUID id, CommunityLocation community, Person person, String topic, String note, State state,
        Instant at, boolean mayDecide, boolean mayEnd)
    {
    }
}
