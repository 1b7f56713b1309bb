/* SPDX-License-Identifier: LGPL-2.1-or-later */
package org.copsuite.endorsement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.copsuite.CopException;
import org.copsuite.Slice;
import org.copsuite.community.CommunityAccess.CommunityLocation;
import org.copsuite.ledger.CommunityId;
import org.copsuite.wiki.Person;
import org.copsuite.wiki.UserId;
import org.copsuite.wiki.WikiId;
import org.xwiki.component.annotation.Role;

/**
 * Endorses topics of people. An endorsement belongs to a community of which both people are members, and is shown to
 * whoever may view that community.
 */
@Role
public interface EndorsementService
{
    /** Maximum length of a reason, in characters. */
    int REASON_MAXIMUM = 300;

    /** Number of endorsements that confirm a topic. */
    int CONFIRMING = 2;

    /**
     * Endorses a topic that the profile of another member of the same community shows. Repeating the call with the same
     * id changes nothing.
     *
     * @param actor who endorses
     * @param draft the endorsement
     * @throws CopException SIGN_IN; INVALID with the fields {@code person}, {@code community}, {@code topic},
     *             {@code reason}; CONFLICT if the actor has endorsed this topic of this person before, or has endorsed
     *             as often in this week as the setting {@code endorsement.weekly} allows
     */
    void endorse(UserId actor, Draft draft) throws CopException;

    /**
     * Withdraws an endorsement: who gave it, who received it, or an administrator of the wiki. Does nothing if it was
     * withdrawn before. It still counts towards the limit of its week.
     *
     * @param actor who withdraws
     * @param wiki the wiki
     * @param id the endorsement's id
     * @return the endorsed person
     * @throws CopException SIGN_IN; NOT_FOUND if there is none that the actor may view; FORBIDDEN
     */
    UserId withdraw(UserId actor, WikiId wiki, UUID id) throws CopException;

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param person a person
     * @return the person's topics with endorsements that the reader may view: the most endorsed first, then by name
     */
    List<EndorsedTopic> topics(UserId reader, WikiId wiki, UserId person);

    /**
     * @param reader the reader
     * @param wiki the wiki
     * @param community a community
     * @param after the cursor, {@code null} at the start
     * @param limit the maximum number of endorsements, 1 to 100
     * @return the community's endorsements, newest first; empty for a community that the reader may not view
     * @throws CopException INVALID for a cursor of another list
     */
    Slice<Endorsement> latest(UserId reader, WikiId wiki, CommunityId community, String after, int limit)
        throws CopException;

    /**
     * @param actor a person
     * @param wiki the wiki
     * @param person another person
     * @return what the actor may endorse; without communities or topics if nothing
     */
    Choices choices(UserId actor, WikiId wiki, UserId person);

    /**
     * An endorsement to give.
     *
     * @param id its id, from the form
     * @param wiki the wiki
     * @param person the endorsed person
     * @param topic a topic of the person, as typed; normalised like a tag
     * @param reason the reason, plain text, 1 to {@link #REASON_MAXIMUM} characters
     * @param community a community of both people; {@code null} if they share only one
     */
    record Draft(UUID id, WikiId wiki, UserId person, String topic, String reason, CommunityId community)
    {
    }

    /**
     * An endorsement as pages show it.
     *
     * @param id its id
     * @param from who gave it
     * @param person the endorsed person
     * @param topic the topic
     * @param reason plain text
     * @param community the community
     * @param at when
     * @param mayWithdraw whether the reader may withdraw it
     */
    record Endorsement(UUID id, Person from, Person person, String topic, String reason, CommunityLocation community,
        Instant at, boolean mayWithdraw)
    {
    }

    /**
     * A topic with its endorsements.
     *
     * @param topic the topic
     * @param endorsements the endorsements, newest first, at least one
     */
    record EndorsedTopic(String topic, List<Endorsement> endorsements)
    {
        /** @return whether enough people have endorsed it */
        public boolean confirmed()
        {
            return this.endorsements.size() >= CONFIRMING;
        }
    }

    /**
     * What a person may endorse.
     *
     * @param communities the communities that both people are members of, by title
     * @param topics the topics of the other person that the actor has not endorsed
     * @param left how many more endorsements the actor may give in this week
     */
    record Choices(List<CommunityLocation> communities, List<String> topics, int left)
    {
    }
}
